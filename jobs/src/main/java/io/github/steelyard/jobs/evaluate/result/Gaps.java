package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.statistics.IndependentDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.score.ScoreStage;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.comparison.GapVerdict;
import io.github.steelyard.reports.run.generalization.GapReference;
import io.github.steelyard.reports.run.generalization.GapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much worse a model does on data that it was not trained on, where a suite names those, and on
 * data that it was not chosen by, where a split's name says that it is for that.
 */
final class Gaps {
  /** What people call the split that models are chosen by. */
  private static final Set<String> VALIDATION = Set.of("validation", "valid", "val", "dev");

  private Gaps() {}

  static List<GapRow> of(List<EvaluationPlan.PlannedSplit> splits, Scores scores) {
    List<GapRow> gaps = new ArrayList<>();
    for (EvaluationPlan.PlannedSplit planned : splits) {
      Optional<String> trainSplit = planned.dataset().trainSplit();
      String split = planned.spec().name();
      trainSplit
          .filter(train -> !train.equals(split))
          .ifPresent(train -> gaps.addAll(between(planned, train, GapReference.TRAINING, scores)));
    }
    for (EvaluationPlan.PlannedSplit planned : splits) {
      for (EvaluationPlan.PlannedSplit chosenBy : splits) {
        if (isValidation(chosenBy) && isUnseen(planned, chosenBy)) {
          String validation = chosenBy.spec().name();
          gaps.addAll(between(planned, validation, GapReference.VALIDATION, scores));
        }
      }
    }
    return gaps;
  }

  private static boolean isValidation(EvaluationPlan.PlannedSplit split) {
    return VALIDATION.contains(split.spec().name()) && !isTraining(split);
  }

  private static boolean isTraining(EvaluationPlan.PlannedSplit split) {
    return split.dataset().trainSplit().filter(split.spec().name()::equals).isPresent();
  }

  /** Whether it is another split of the same data set, and models have not learned from it. */
  private static boolean isUnseen(
      EvaluationPlan.PlannedSplit split, EvaluationPlan.PlannedSplit chosenBy) {
    return split.dataset().spec().name().equals(chosenBy.dataset().spec().name())
        && !split.spec().name().equals(chosenBy.spec().name())
        && !isTraining(split);
  }

  /** The gaps of all models between a split of the same data set and this one. */
  private static List<GapRow> between(
      EvaluationPlan.PlannedSplit planned, String seen, GapReference reference, Scores scores) {
    String dataset = planned.dataset().spec().name();
    List<GapRow> gaps = new ArrayList<>();
    for (Unit test : units(scores, dataset, planned.spec().name())) {
      for (Unit train : units(scores, dataset, seen)) {
        if (train.model().name().equals(test.model().name())) {
          gaps.addAll(between(train, test, reference, scores));
        }
      }
    }
    return gaps;
  }

  private static List<Unit> units(Scores scores, String dataset, String split) {
    return scores.units().stream()
        .filter(
            unit ->
                unit.shift() == null
                    && unit.split().dataset().equals(dataset)
                    && unit.split().split().equals(split))
        .toList();
  }

  private static List<GapRow> between(
      Unit train, Unit test, GapReference reference, Scores scores) {
    List<Estimate> onTrain = scores.whole(train);
    List<GapRow> gaps = new ArrayList<>();
    for (Estimate onTest : scores.whole(test)) {
      onTrain.stream()
          .filter(
              estimate ->
                  estimate.metric().equals(onTest.metric())
                      && estimate.aspect().equals(onTest.aspect())
                      && !Value.ERROR_BOUND.equals(estimate.aspect()))
          .findFirst()
          .ifPresent(estimate -> gaps.add(gap(train, test, reference, estimate, onTest)));
    }
    return gaps;
  }

  private static GapRow gap(
      Unit train, Unit test, GapReference reference, Estimate onTrain, Estimate onTest) {
    Double a = onTrain.number();
    Double b = onTest.number();
    String undefined = a == null ? onTrain.undefined() : onTest.undefined();
    Interval interval = null;
    String noInterval = null;
    if (a != null && b != null) {
      Interval ofA = onTrain.uncertainty().interval();
      Interval ofB = onTest.uncertainty().interval();
      if (ofA != null && ofB != null) {
        interval = IndependentDifference.interval(a, ofA, b, ofB);
      } else {
        noInterval = ofA == null ? onTrain.uncertainty().reason() : onTest.uncertainty().reason();
      }
    }
    return row(train, test, reference, onTest, a, b, undefined, interval, noInterval);
  }

  private static GapRow row(
      Unit train,
      Unit test,
      GapReference reference,
      Estimate estimate,
      @Nullable Double a,
      @Nullable Double b,
      @Nullable String undefined,
      @Nullable Interval interval,
      @Nullable String noInterval) {
    return new GapRow(
        test.model().name(),
        test.split().dataset(),
        estimate.metric(),
        estimate.aspect(),
        train.split().split(),
        test.split().split(),
        a,
        b,
        a == null || b == null ? null : a - b,
        undefined,
        interval,
        noInterval,
        GapVerdict.of(direction(test, estimate.metric()), interval, noInterval),
        reference);
  }

  private static Direction direction(Unit unit, String metric) {
    return ScoreStage.metrics(unit).stream()
        .filter(candidate -> candidate.id().equals(metric))
        .findFirst()
        .orElseThrow()
        .direction();
  }
}
