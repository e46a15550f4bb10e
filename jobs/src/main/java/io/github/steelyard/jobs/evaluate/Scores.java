package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.Estimate;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.ScoreRow;
import io.github.steelyard.engine.metric.Scorecard;
import io.github.steelyard.engine.metric.Slice;
import io.github.steelyard.engine.metric.SliceCounts;
import io.github.steelyard.engine.metric.classification.ConfusionCount;
import io.github.steelyard.reports.run.ConfusionRow;
import io.github.steelyard.reports.run.MetricRow;
import io.github.steelyard.reports.run.RunUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scorecards of a run's units, as rows. */
final class Scores {
  private final Map<Unit, Scorecard> scorecards = new LinkedHashMap<>();
  private final Map<Unit, List<ScoreRow>> estimates = new LinkedHashMap<>();

  private Scores() {}

  static Scores of(List<UnitOutcome> outcomes, List<Scorecard> scorecards, double confidence) {
    Scores scores = new Scores();
    for (int i = 0; i < outcomes.size(); i++) {
      Unit unit = outcomes.get(i).unit();
      scores.scorecards.put(unit, scorecards.get(i));
      scores.estimates.put(unit, scorecards.get(i).estimates(confidence));
    }
    return scores;
  }

  List<Unit> units() {
    return List.copyOf(scorecards.keySet());
  }

  /** The estimates over all examples of a unit. */
  List<Estimate> whole(Unit unit) {
    return estimates.getOrDefault(unit, List.of()).stream()
        .filter(row -> row.slice().equals(Slice.ALL))
        .map(ScoreRow::estimate)
        .toList();
  }

  List<RunUnit> units(List<UnitOutcome> outcomes) {
    List<RunUnit> rows = new ArrayList<>();
    for (UnitOutcome outcome : outcomes) {
      Unit unit = outcome.unit();
      rows.add(
          new RunUnit(
              unit.model().name(),
              unit.split().dataset(),
              unit.split().split(),
              unit.task(),
              unit.key(),
              unit.split().fingerprint(),
              unit.split().examples(),
              notScored(unit),
              unit.model().engine(),
              unit.batchSize(),
              unit.model().preprocessing().canonicalText(),
              RunAssembly.text(unit.settings().outputs()),
              unit.split().parts(),
              outcome.cachedParts(),
              outcome.inferenceSeconds()));
    }
    return rows;
  }

  private long notScored(Unit unit) {
    return scorecards.get(unit).counts().stream()
        .filter(counts -> counts.slice().equals(Slice.ALL))
        .mapToLong(SliceCounts::notScored)
        .sum();
  }

  List<MetricRow> metrics() {
    List<MetricRow> rows = new ArrayList<>();
    estimates.forEach(
        (unit, ofUnit) -> {
          Map<String, Metric> metrics = new HashMap<>();
          ScoreStage.metrics(unit).forEach(metric -> metrics.put(metric.id(), metric));
          for (ScoreRow row : ofUnit) {
            rows.add(row(unit, row.slice(), row.estimate(), metrics.get(row.estimate().metric())));
          }
        });
    return rows;
  }

  private static MetricRow row(Unit unit, Slice slice, Estimate estimate, Metric metric) {
    return new MetricRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
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
    scorecards.forEach(
        (unit, scorecard) -> {
          for (SliceCounts counts : scorecard.counts()) {
            for (ConfusionCount cell : ConfusionCount.of(scorecard, counts.slice())) {
              rows.add(row(unit, cell));
            }
          }
        });
    return rows;
  }

  private static ConfusionRow row(Unit unit, ConfusionCount cell) {
    LabelMap labels = unit.split().labels();
    return new ConfusionRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        column(cell.slice()),
        value(cell.slice()),
        cell.label(),
        labels.name(cell.label()),
        cell.prediction(),
        labels.name(cell.prediction()),
        cell.examples());
  }
}
