package io.github.steelyard.reports.comparison;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.MultipleTests;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.Judgement;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges differences of models, many at a time. The differences of one value of one metric on one
 * split under one shift are two families: all pairs of models on all examples, and all pairs x
 * slices, so that looking into slices does not blunt what is said of the whole. P-values are
 * adjusted within a family, and a difference counts where Holm's adjusted one is at most 1 -
 * confidence: so at most one family in twenty, at a confidence of 95 %, calls any two models
 * different that are not. The intervals are not adjusted: each holds for itself.
 */
public final class Comparisons {
  /**
   * A difference that has not been judged.
   *
   * @param direction which way the metric's values are good
   * @param excluded examples that some compared model could not score
   */
  public record Measured(
      ComparedPair pair, Direction direction, PairedDifference found, long excluded) {}

  private record Family(
      String dataset,
      String split,
      @Nullable AppliedShift shift,
      boolean sliced,
      String metric,
      String aspect) {
    static Family of(Measured measured) {
      ComparedPair pair = measured.pair();
      PairedDifference found = measured.found();
      return new Family(
          pair.dataset(),
          pair.split(),
          pair.shift(),
          pair.sliceColumn() != null,
          found.metric(),
          found.aspect());
    }
  }

  private final double level;
  private final Power power;
  private final IdentityHashMap<Measured, ComparisonRow> judged = new IdentityHashMap<>();

  private Comparisons(double confidence) {
    this.level = 1 - confidence;
    this.power = new Power(confidence);
  }

  /**
   * The rows of all differences, in their order.
   *
   * @param measured all that were measured in a run: a family must be whole
   * @param confidence of the run, in (0, 1)
   */
  public static List<ComparisonRow> judged(List<Measured> measured, double confidence) {
    Comparisons comparisons = new Comparisons(confidence);
    Map<Family, List<Measured>> families = new LinkedHashMap<>();
    for (Measured one : measured) {
      families.computeIfAbsent(Family.of(one), unused -> new ArrayList<>()).add(one);
    }
    families.values().forEach(comparisons::judge);
    return measured.stream()
        .map(one -> Objects.requireNonNull(comparisons.judged.get(one)))
        .toList();
  }

  private void judge(List<Measured> family) {
    List<Measured> tested = family.stream().filter(one -> one.found().pValue() != null).toList();
    double[] pValues =
        tested.stream().mapToDouble(one -> Objects.requireNonNull(one.found().pValue())).toArray();
    double[] holm = MultipleTests.holm(pValues);
    double[] rates = MultipleTests.benjaminiHochberg(pValues);
    for (int i = 0; i < pValues.length; i++) {
      Measured one = tested.get(i);
      Judgement judgement =
          new Judgement(
              verdict(one, holm[i]),
              holm[i],
              rates[i],
              pValues.length,
              power.detectable(one.found()),
              power.examplesNeeded(one.found()));
      put(one, judgement);
    }
    for (Measured one : family) {
      if (one.found().pValue() == null) {
        put(one, Judgement.without(untested(one.found())));
      }
    }
  }

  private Verdict verdict(Measured measured, double adjusted) {
    double difference = Objects.requireNonNull(measured.found().difference());
    if (adjusted > level || difference == 0) {
      return Verdict.NOT_DISTINGUISHABLE;
    }
    return (difference > 0) == (measured.direction() == Direction.HIGHER_IS_BETTER)
        ? Verdict.BETTER
        : Verdict.WORSE;
  }

  private static Verdict untested(PairedDifference found) {
    return found.undefined() == null && found.uncertainty().tooFew()
        ? Verdict.TOO_FEW
        : Verdict.UNKNOWN;
  }

  private void put(Measured one, Judgement judgement) {
    PairedDifference found = one.found();
    String reason = found.undefined() == null ? found.uncertainty().reason() : found.undefined();
    judged.put(one, new ComparisonRow(one.pair(), found, one.excluded(), judgement, reason));
  }
}
