package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.calibrate.CalibratedUnit;
import io.github.steelyard.jobs.calibrate.CalibrationStage;
import io.github.steelyard.jobs.calibrate.CalibrationStage.Calibrated;
import io.github.steelyard.jobs.evaluate.score.ScoreStage;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.run.quality.CalibrationRow;
import io.github.steelyard.reports.run.quality.ReliabilityRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the calibration of a run's units found, as rows. */
public final class CalibratedRows {
  private static final Logger LOG = LoggerFactory.getLogger(CalibratedRows.class);

  private final double confidence;
  private final List<CalibrationRow> calibration = new ArrayList<>();
  private final List<ReliabilityRow> reliability = new ArrayList<>();
  private final List<FailureRow> failures = new ArrayList<>();

  private CalibratedRows(double confidence) {
    this.confidence = confidence;
  }

  /** Nothing was to be calibrated. */
  public static CalibratedRows none() {
    return new CalibratedRows(0.95);
  }

  /**
   * Calibrates the units on inputs as they are. Whatever fails here leaves the run's other results.
   *
   * @param units those that were scored
   */
  public static CalibratedRows of(JavaSparkContext spark, List<Unit> units, double confidence) {
    CalibratedRows rows = new CalibratedRows(confidence);
    List<Unit> plain = units.stream().filter(unit -> unit.shift() == null).toList();
    try {
      List<Calibrated> found =
          new CalibrationStage(spark).run(plain.stream().map(CalibratedRows::unit).toList());
      for (int i = 0; i < plain.size(); i++) {
        rows.add(plain.get(i), found.get(i));
      }
    } catch (RuntimeException e) {
      LOG.warn("Cannot calibrate", e);
      plain.forEach(
          unit ->
              rows.failures.add(
                  Failures.ofUnit(
                      unit.model().name(),
                      unit.split().dataset(),
                      unit.split().split(),
                      FailureStage.SCORE,
                      e)));
    }
    return rows;
  }

  private static CalibratedUnit unit(Unit unit) {
    return new CalibratedUnit(
        unit.model().name(),
        unit.split(),
        unit.task(),
        unit.metrics(),
        unit.settings(),
        ScoreStage.settings(unit),
        unit.split().exampleColumns(),
        Tasks.named(unit.task()).outcomeColumns(unit.settings()),
        unit.folder());
  }

  private void add(Unit unit, Calibrated found) {
    Scorecard before = found.before();
    Scorecard after = found.after();
    if (before == null || after == null) {
      calibration.add(
          new CalibrationRow(
              unit.model().name(),
              unit.split().dataset(),
              unit.split().split(),
              null,
              found.temperature().undefined(),
              found.fitted(),
              0,
              null,
              null,
              null,
              null,
              null,
              null));
      return;
    }
    List<Estimate> ones = whole(before.estimates(confidence));
    List<Estimate> others = whole(after.estimates(confidence));
    List<Estimate> differences = whole(after.differences(before, confidence));
    for (int i = 0; i < ones.size(); i++) {
      calibration.add(
          row(unit, found, scored(before), ones.get(i), others.get(i), differences.get(i)));
    }
    reliability.addAll(ConfidenceRows.reliability(unit, after, found.temperature().value()));
  }

  /** All examples, without the bounds of errors, which have no difference of their own. */
  private static List<Estimate> whole(List<ScoreRow> rows) {
    return rows.stream()
        .filter(row -> row.slice().equals(Slice.ALL))
        .map(ScoreRow::estimate)
        .filter(estimate -> !estimate.aspect().equals(Value.ERROR_BOUND))
        .toList();
  }

  private static long scored(Scorecard card) {
    return card.counts().stream()
        .filter(counts -> counts.slice().equals(Slice.ALL))
        .mapToLong(SliceCounts::scored)
        .sum();
  }

  private static CalibrationRow row(
      Unit unit,
      Calibrated found,
      long reported,
      Estimate before,
      Estimate after,
      Estimate difference) {
    boolean both = before.number() != null && after.number() != null;
    return new CalibrationRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        found.temperature().value(),
        both ? null : difference.undefined(),
        found.fitted(),
        reported,
        before.metric(),
        before.aspect(),
        both ? before.number() : null,
        both ? after.number() : null,
        both ? difference.uncertainty().interval() : null,
        both ? difference.uncertainty().reason() : null);
  }

  List<CalibrationRow> calibration() {
    return calibration;
  }

  List<ReliabilityRow> reliability() {
    return reliability;
  }

  List<FailureRow> failures() {
    return failures;
  }
}
