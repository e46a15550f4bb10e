package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.compare.CompareStage;
import io.github.steelyard.jobs.contamination.Contamination;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.result.CalibratedRows;
import io.github.steelyard.jobs.evaluate.result.ForeignRows;
import io.github.steelyard.jobs.evaluate.result.RunAssembly;
import io.github.steelyard.jobs.evaluate.result.StoredRows;
import io.github.steelyard.jobs.evaluate.score.AgreementStage;
import io.github.steelyard.jobs.evaluate.score.ComparedUnits;
import io.github.steelyard.jobs.evaluate.score.ScoreStage;
import io.github.steelyard.jobs.evaluate.score.UnitScore;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.suite.settings.CalibrationChoice;
import io.github.steelyard.jobs.suite.settings.EvaluateSettings;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** What follows from stored predictions, whether they were made just now or by an earlier run. */
final class Scoring {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Suite suite;
  private final EvaluateOptions options;
  private final Instant started;

  Scoring(SparkSession spark, Suite suite, EvaluateOptions options, Instant started) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.suite = suite;
    this.options = options;
    this.started = started;
  }

  /** Scores the units that have their predictions; those that cannot be scored fail here. */
  RunResult of(EvaluationPlan plan, StoredRows stored, List<UnitOutcome> all) {
    Contamination contamination =
        Contaminations.of(context, plan, suite.evaluate().contamination());
    // Foreign examples have no labels that a metric could look at.
    List<UnitOutcome> outcomes =
        all.stream().filter(outcome -> !ForeignRows.isForeign(outcome)).toList();
    List<Scorecard> scorecards = score(plan, complete(outcomes));
    AgreementStage.Found agreements =
        new AgreementStage(context, suite.evaluate().sameAsTolerance())
            .run(complete(outcomes).stream().map(UnitOutcome::unit).toList());
    List<ComparisonRow> comparisons = compare(plan, outcomes, scorecards);
    ForeignRows foreign =
        ForeignRows.of(
            context,
            complete(outcomes),
            complete(all.stream().filter(ForeignRows::isForeign).toList()),
            plan.foreign(),
            suite.evaluate().confidence());
    return new RunAssembly(suite, options, spark, started, plan)
        .assemble(
            stored,
            complete(outcomes),
            scorecards,
            agreements,
            comparisons,
            calibrated(outcomes),
            contamination,
            foreign,
            failed(all));
  }

  private CalibratedRows calibrated(List<UnitOutcome> outcomes) {
    return suite.evaluate().calibration() == CalibrationChoice.TEMPERATURE
        ? CalibratedRows.of(
            context,
            complete(outcomes).stream().map(UnitOutcome::unit).toList(),
            suite.evaluate().confidence())
        : CalibratedRows.none();
  }

  private List<ComparisonRow> compare(
      EvaluationPlan plan, List<UnitOutcome> outcomes, List<Scorecard> scorecards) {
    EvaluateSettings settings = suite.evaluate();
    return new CompareStage(
            context, settings.compare(), settings.baselineName(), settings.confidence())
        .run(
            new ComparedUnits(options.limit() == 0 ? null : options.limit(), plan.slices())
                .of(complete(outcomes), scorecards, failed(outcomes)));
  }

  /** The scorecards of those that can be scored; the others fail here. */
  private List<Scorecard> score(EvaluationPlan plan, List<UnitOutcome> predicted) {
    List<UnitScore> scores =
        new ScoreStage(context, plan.slices())
            .run(predicted.stream().map(UnitOutcome::unit).toList());
    List<Scorecard> scorecards = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      UnitScore score = scores.get(i);
      String problem = score.problem();
      if (problem == null) {
        scorecards.add(score.card());
      } else {
        predicted.get(i).failed(FailureStage.SCORE, problem, score.cause());
      }
    }
    return scorecards;
  }

  private static List<UnitOutcome> complete(List<UnitOutcome> outcomes) {
    return outcomes.stream().filter(UnitOutcome::complete).toList();
  }

  private static List<UnitOutcome> failed(List<UnitOutcome> outcomes) {
    return outcomes.stream().filter(outcome -> !outcome.complete()).toList();
  }

  static void show(RunResult result, EvaluateOptions options, PrintWriter out) {
    out.println(Leaderboard.text(result));
    out.println("Run " + result.run().id() + ": tables in " + options.out() + "/reports");
    out.flush();
  }
}
