package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.classification.confusion.ConfusionCount;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceContrast;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.evaluate.score.ScoreStage;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.suite.settings.EvaluateSettings;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.SliceDifferenceRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The scorecards of a run's units, as rows. */
final class Scores {
  /** One unit with all its values. */
  private record Scored(
      UnitOutcome outcome,
      Scorecard card,
      List<ScoreRow> estimates,
      List<SliceContrast> contrasts) {
    Unit unit() {
      return outcome.unit();
    }
  }

  private final List<Scored> scored = new ArrayList<>();

  private Scores() {}

  static Scores of(List<UnitOutcome> outcomes, List<Scorecard> cards, EvaluateSettings settings) {
    double confidence = settings.confidence();
    int fewest = settings.slices().fewest();
    Scores scores = new Scores();
    for (int i = 0; i < outcomes.size(); i++) {
      Scorecard card = cards.get(i);
      List<ScoreRow> estimates =
          card.estimates(confidence).stream().map(row -> row.unlessFewer(fewest)).toList();
      scores.scored.add(
          new Scored(
              outcomes.get(i), card, estimates, card.contrasts(estimates, confidence, fewest)));
    }
    return scores;
  }

  List<Unit> units() {
    return scored.stream().map(Scored::unit).toList();
  }

  /** The estimates over all examples of a unit. */
  List<Estimate> whole(Unit unit) {
    return scored.stream()
        .filter(candidate -> candidate.unit().equals(unit))
        .flatMap(candidate -> candidate.estimates().stream())
        .filter(row -> row.slice().equals(Slice.ALL))
        .map(ScoreRow::estimate)
        .toList();
  }

  List<RunUnit> runUnits() {
    return scored.stream().map(one -> runUnit(one.outcome(), notScored(one.card()))).toList();
  }

  /** The row of one unit, whatever it was scored for. */
  static RunUnit runUnit(UnitOutcome outcome, long notScored) {
    Unit unit = outcome.unit();
    return new RunUnit(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        unit.applied(),
        unit.task(),
        unit.key(),
        unit.split().fingerprint(),
        unit.split().examples(),
        notScored,
        unit.model().engine(),
        unit.model().batchSize(),
        unit.model().preprocessingText(),
        RunAssembly.text(unit.settings().outputs()),
        unit.split().parts(),
        outcome.cachedParts(),
        outcome.inferenceSeconds());
  }

  private static long notScored(Scorecard card) {
    return card.counts().stream()
        .filter(counts -> counts.slice().equals(Slice.ALL))
        .mapToLong(SliceCounts::notScored)
        .sum();
  }

  List<MetricRow> metrics() {
    List<MetricRow> rows = new ArrayList<>();
    for (Scored one : scored) {
      Map<String, Metric> metrics = new HashMap<>();
      ScoreStage.metrics(one.unit()).forEach(metric -> metrics.put(metric.id(), metric));
      for (ScoreRow row : one.estimates()) {
        Metric metric = Objects.requireNonNull(metrics.get(row.estimate().metric()));
        rows.add(row(one.unit(), row.slice(), row.estimate(), metric));
      }
    }
    return rows;
  }

  List<SliceDifferenceRow> sliceDifferences() {
    return scored.stream()
        .flatMap(
            one ->
                one.contrasts().stream()
                    .map(contrast -> SliceDifferences.row(one.unit(), contrast)))
        .toList();
  }

  private static MetricRow row(Unit unit, Slice slice, Estimate estimate, Metric metric) {
    return new MetricRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        unit.applied(),
        column(slice),
        value(slice),
        estimate.metric(),
        estimate.aspect(),
        estimate.number(),
        estimate.undefined(),
        estimate.uncertainty().interval(),
        estimate.number() == null ? null : estimate.uncertainty().reason(),
        estimate.examples(),
        metric.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower",
        metric.unit());
  }

  private static @Nullable String column(Slice slice) {
    return slice.equals(Slice.ALL) ? null : slice.column();
  }

  private static @Nullable String value(Slice slice) {
    return slice.equals(Slice.ALL) ? null : slice.value();
  }

  List<ConfusionRow> confusion() {
    List<ConfusionRow> rows = new ArrayList<>();
    for (Scored one : scored) {
      for (SliceCounts counts : one.card().counts()) {
        for (ConfusionCount cell : ConfusionCount.of(one.card(), counts.slice())) {
          rows.add(row(one.unit(), cell));
        }
      }
    }
    return rows;
  }

  private static ConfusionRow row(Unit unit, ConfusionCount cell) {
    LabelMap labels = unit.split().labels();
    return new ConfusionRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        unit.applied(),
        column(cell.slice()),
        value(cell.slice()),
        cell.label(),
        labels.name(cell.label()),
        cell.prediction(),
        labels.name(cell.prediction()),
        cell.examples(),
        cell.weight());
  }
}
