package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.GroupedValues;
import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.reports.comparison.Comparisons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All differences on one split under one shift. */
final class PlaceDifferences {
  /** With more classes, the values of single classes are not compared. */
  private static final int MOST_CLASSES = 100;

  private final ComparedPlace place;
  private final JointScore score;
  private final double confidence;
  private final Map<String, Direction> directions = new HashMap<>();

  PlaceDifferences(ComparedPlace place, JointScore score, double confidence) {
    this.place = place;
    this.score = score;
    this.confidence = confidence;
    for (Metric metric : place.units().get(0).metrics()) {
      directions.put(metric.id(), metric.direction());
    }
  }

  /**
   * By pair, slice, metric and aspect.
   *
   * @param cards of all examples that each model could score, for where no example is left out
   */
  List<Comparisons.Measured> of(List<Scorecard> cards) {
    List<Scorecard> joint = place.exclusions() ? score.cards() : cards;
    List<GroupedValues> values = joint.stream().map(card -> card.grouped(place.slices())).toList();
    List<Comparisons.Measured> measured = new ArrayList<>();
    for (int pair = 0; pair < place.pairs().size(); pair++) {
      for (int slice = 0; slice < place.slices().size(); slice++) {
        add(pair, slice, values, measured);
      }
    }
    return measured;
  }

  private void add(
      int pair, int slice, List<GroupedValues> values, List<Comparisons.Measured> measured) {
    ComparedPlace.Pair models = place.pairs().get(pair);
    Slice of = place.slices().get(slice);
    ComparedUnit one = place.units().get(models.first());
    ComparedUnit other = place.units().get(models.second());
    for (PairedDifference found :
        values.get(models.first()).differences(values.get(models.second()), of, confidence)) {
      if (compared(found.aspect(), of)) {
        PairedDifference counted =
            score
                .counts()
                .pairs(slice, pair, found.metric(), found.aspect())
                .map(pairs -> found.counted(pairs, confidence))
                .orElse(found);
        measured.add(
            new Comparisons.Measured(
                one.with(other, of),
                Objects.requireNonNull(directions.get(found.metric())),
                counted,
                score.counts().excluded(slice)));
      }
    }
  }

  /**
   * Bounds are no estimates. Single classes are compared on all examples of a split alone, and
   * under shifts what a metric has but one value of.
   */
  private boolean compared(String aspect, Slice slice) {
    if (aspect.equals(Value.ERROR_BOUND)) {
      return false;
    }
    ComparedUnit any = place.units().get(0);
    if (any.shift() != null) {
      return aspect.isEmpty();
    }
    return !aspect.startsWith(Value.OF_A_CLASS)
        || (slice.equals(Slice.ALL) && any.settings().classes() <= MOST_CLASSES);
  }
}
