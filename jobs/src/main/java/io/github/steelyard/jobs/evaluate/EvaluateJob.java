package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.plan.PlanText;
import io.github.steelyard.jobs.evaluate.predict.PredictStage;
import io.github.steelyard.jobs.evaluate.result.StoredRows;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.table.ReportWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The main job: plan, prepare, predict, score, compare, publish. */
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
    StoredRows stored =
        StoredRows.none(new InputLook(context.hadoopConfiguration()).of(plan.units()));
    RunResult result = new Scoring(spark, suite, options, started).of(plan, stored, outcomes);
    new ReportWriter().publish(result, new Path(options.out()), context.hadoopConfiguration());
    Scoring.show(result, options, out);
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
}
