package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.outofdistribution.Detection;
import io.github.steelyard.engine.outofdistribution.ScoreSample;
import io.github.steelyard.engine.problem.Sentences;
import io.github.steelyard.engine.statistics.Uncertainty;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.foreign.SampleStep;
import io.github.steelyard.jobs.foreign.SampledUnit;
import io.github.steelyard.jobs.pass.PassStage;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.unit.FailureStage;
import io.github.steelyard.reports.run.unit.RunUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What models make of foreign splits, as rows. */
public final class ForeignRows {
  /** The Spark job group of this stage. */
  static final String JOB_GROUP = "steelyard-foreign";

  private static final Logger LOG = LoggerFactory.getLogger(ForeignRows.class);

  private final List<OutOfDistributionRow> rows = new ArrayList<>();
  private final List<RunUnit> runUnits = new ArrayList<>();
  private final List<UnitOutcome> outcomes = new ArrayList<>();

  /** Whether a unit is on a foreign split. */
  public static boolean isForeign(UnitOutcome outcome) {
    return !outcome.unit().settings().labelled();
  }

  /**
   * Holds each model's foreign units against its unit on the origin, in one Spark job. Where that
   * fails, the foreign units do, and the run's other results stay.
   *
   * @param own units that have their predictions and metrics
   * @param foreign units that have their predictions
   */
  public static ForeignRows of(
      JavaSparkContext spark,
      List<UnitOutcome> own,
      List<UnitOutcome> foreign,
      List<Relative> relatives,
      double confidence) {
    ForeignRows found = new ForeignRows();
    List<@Nullable UnitOutcome> origins = new ArrayList<>();
    List<UnitOutcome> read = new ArrayList<>(foreign);
    for (UnitOutcome unit : foreign) {
      UnitOutcome origin = origin(unit, own, relatives);
      origins.add(origin);
      if (origin != null) {
        read.add(origin);
      }
    }
    List<SampledUnit> units =
        read.stream()
            .map(UnitOutcome::unit)
            .map(unit -> new SampledUnit(unit.split(), unit.folder()))
            .distinct()
            .toList();
    try {
      List<ScoreSample> samples =
          new PassStage(spark, JOB_GROUP).run("foreign", "scores", units, new SampleStep());
      for (int i = 0; i < foreign.size(); i++) {
        found.add(foreign.get(i), origins.get(i), units, samples, relatives, confidence);
      }
    } catch (RuntimeException e) {
      LOG.warn("Cannot tell foreign examples", e);
      foreign.forEach(
          outcome -> outcome.failed(FailureStage.SCORE, Sentences.of(e), e.getClass().getName()));
      return new ForeignRows();
    }
    return found;
  }

  private static Relative relative(UnitOutcome foreign, List<Relative> relatives) {
    return relatives.stream()
        .filter(one -> one.dataset().equals(foreign.unit().split().dataset()))
        .filter(one -> one.split().equals(foreign.unit().split().split()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Cannot find the origin of " + foreign.unit()));
  }

  private static @Nullable UnitOutcome origin(
      UnitOutcome foreign, List<UnitOutcome> own, List<Relative> relatives) {
    Relative relative = relative(foreign, relatives);
    return own.stream()
        .filter(one -> one.unit().shift() == null)
        .filter(one -> one.unit().model().name().equals(foreign.unit().model().name()))
        .filter(one -> one.unit().split().dataset().equals(relative.originDataset()))
        .filter(one -> one.unit().split().split().equals(relative.originSplit()))
        .findFirst()
        .orElse(null);
  }

  private void add(
      UnitOutcome foreign,
      @Nullable UnitOutcome origin,
      List<SampledUnit> units,
      List<ScoreSample> samples,
      List<Relative> relatives,
      double confidence) {
    ScoreSample others = sample(foreign.unit(), units, samples);
    outcomes.add(foreign);
    runUnits.add(Scores.runUnit(foreign, others.notScored()));
    // Without the model's answers to its own examples there is a failure already.
    if (origin != null) {
      ScoreSample ones = sample(origin.unit(), units, samples);
      Detection.of(ones, others, foreign.unit().settings().outputs(), confidence)
          .forEach(one -> rows.add(row(foreign, relative(foreign, relatives), one, ones, others)));
    }
  }

  private static ScoreSample sample(Unit unit, List<SampledUnit> units, List<ScoreSample> samples) {
    return samples.get(units.indexOf(new SampledUnit(unit.split(), unit.folder())));
  }

  private static OutOfDistributionRow row(
      UnitOutcome foreign,
      Relative relative,
      Detection found,
      ScoreSample ones,
      ScoreSample others) {
    Bounded bounded = found.bounded();
    Uncertainty uncertainty = found.uncertainty();
    return new OutOfDistributionRow(
        foreign.unit().model().name(),
        relative,
        found.score().text(),
        found.measure(),
        bounded == null ? null : bounded.value(),
        found.undefined(),
        uncertainty == null ? null : uncertainty.interval(),
        uncertainty == null ? null : uncertainty.reason(),
        bounded == null ? null : bounded.error(),
        ones.examples(),
        others.examples());
  }

  List<OutOfDistributionRow> rows() {
    return rows;
  }

  /** Of the foreign units. */
  List<RunUnit> runUnits() {
    return runUnits;
  }

  List<Unit> units() {
    return outcomes.stream().map(UnitOutcome::unit).toList();
  }

  List<UnitOutcome> outcomes() {
    return outcomes;
  }
}
