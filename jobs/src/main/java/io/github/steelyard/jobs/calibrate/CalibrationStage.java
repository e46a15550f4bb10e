package io.github.steelyard.jobs.calibrate;

import io.github.steelyard.engine.calibration.Temperature;
import io.github.steelyard.engine.calibration.TemperatureFit;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.pass.PartStep;
import io.github.steelyard.jobs.pass.PassStage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Fits a temperature for each unit on 40 of the 100 groups of its examples, and computes the
 * metrics of confidences on 30 others, before and after: two Spark jobs for all units, from stored
 * outcomes.
 */
public final class CalibrationStage {
  /** The Spark job group of this stage. */
  public static final String JOB_GROUP = "steelyard-calibrate";

  /**
   * What came of one unit.
   *
   * @param fitted how many examples the temperature was fitted on
   * @param before the part for reports as the model gives it; null without a temperature
   * @param after the same examples at the temperature; null without one
   */
  public record Calibrated(
      CalibratedUnit unit,
      Temperature temperature,
      long fitted,
      @Nullable Scorecard before,
      @Nullable Scorecard after) {}

  private final JavaSparkContext spark;

  public CalibrationStage(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** What came of each unit, in the units' order. */
  public List<Calibrated> run(List<CalibratedUnit> units) {
    List<CalibratedUnit> able = units.stream().filter(unit -> unit.refusal() == null).toList();
    List<TemperatureFit> fits = pass("fit", able, new FitStep());
    List<CalibratedUnit> scaled = new ArrayList<>();
    List<Double> temperatures = new ArrayList<>();
    for (int i = 0; i < able.size(); i++) {
      Double temperature = fits.get(i).temperature().value();
      if (temperature != null) {
        scaled.add(able.get(i));
        temperatures.add(temperature);
      }
    }
    List<ReportStep.Cards> cards = pass("calibrate", scaled, new ReportStep(temperatures));
    Iterator<TemperatureFit> fitted = fits.iterator();
    Iterator<ReportStep.Cards> reported = cards.iterator();
    List<Calibrated> all = new ArrayList<>();
    for (CalibratedUnit unit : units) {
      String refusal = unit.refusal();
      if (refusal == null) {
        all.add(calibrated(unit, fitted.next(), reported));
      } else {
        all.add(new Calibrated(unit, Temperature.none(refusal), 0, null, null));
      }
    }
    return all;
  }

  private static Calibrated calibrated(
      CalibratedUnit unit, TemperatureFit fit, Iterator<ReportStep.Cards> reported) {
    Temperature temperature = fit.temperature();
    if (temperature.value() == null) {
      return new Calibrated(unit, temperature, fit.examples(), null, null);
    }
    ReportStep.Cards cards = reported.next();
    return new Calibrated(unit, temperature, fit.examples(), cards.before(), cards.after());
  }

  private <S> List<S> pass(
      String name, List<CalibratedUnit> units, PartStep<CalibratedUnit, S> step) {
    return new PassStage(spark, JOB_GROUP).run(name, name + " temperatures", units, step);
  }
}
