package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.engine.metric.Scorecard;
import io.github.steelyard.jobs.suite.Suite;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.FailureStage;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.table.ReportWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The main job: plan, prepare, predict, score, compare what should be the same, publish. */
public final class EvaluateJob {
  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Suite suite;
  private final EvaluateOptions options;
  private final PrintWriter out;

  public EvaluateJob(SparkSession spark, Suite suite, EvaluateOptions options, PrintWriter out) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.suite = suite;
    this.options = options;
    this.out = out;
  }

  /** Evaluates the suite and publishes the run; what failed stands in its result. */
  public RunResult run() throws IOException {
    Instant started = Instant.now();
    EvaluationPlan plan = EvaluationPlan.prepared(spark, suite, options);
    List<UnitOutcome> outcomes = new PredictStage(context).run(plan.units());
    List<Scorecard> scorecards = score(complete(outcomes));
    AgreementStage.Found agreements =
        new AgreementStage(context, suite.evaluate().sameAsTolerance())
            .run(complete(outcomes).stream().map(UnitOutcome::unit).toList());
    RunResult result =
        new RunAssembly(suite, options, spark, started, plan)
            .assemble(complete(outcomes), scorecards, agreements, failed(outcomes));
    new ReportWriter().publish(result, new Path(options.out()), context.hadoopConfiguration());
    show(result);
    return result;
  }

  /**
   * Says what {@link #run} would do and cost; reads no data and predicts nothing, but opens every
   * model, so that foreign ones are converted.
   */
  public EvaluationPlan plan() throws IOException {
    EvaluationPlan plan = EvaluationPlan.outlined(spark, suite, options);
    out.print(PlanText.of(plan, context.hadoopConfiguration()));
    out.flush();
    return plan;
  }

  /** The scorecards of those that can be scored; the others fail here. */
  private List<Scorecard> score(List<UnitOutcome> predicted) {
    List<UnitScore> scores =
        new ScoreStage(context).run(predicted.stream().map(UnitOutcome::unit).toList());
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

  private void show(RunResult result) {
    out.println(Leaderboard.text(result));
    out.println("Run " + result.run().id() + ": tables in " + options.out() + "/reports");
    out.flush();
  }
}
