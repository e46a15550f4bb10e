package io.github.steelyard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.SharedJavaSparkContext;
import io.github.steelyard.jobs.evaluate.EvaluateJob;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.suite.FamilyFile;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.train.TrainJob;
import io.github.steelyard.reports.run.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Starts Spark once for all tests of this module, and runs jobs in it. */
public abstract class SparkJobTest extends SharedJavaSparkContext {
  @TempDir protected Path folder;

  @Override
  public SparkConf conf() {
    return super.conf()
        .setMaster("local[2]")
        .set("spark.sql.shuffle.partitions", "4")
        .set("spark.ui.enabled", "false");
  }

  /** spark-testing-base marks this for JUnit 4, which nobody runs here. */
  @BeforeEach
  void startSpark() {
    runBefore();
  }

  protected SparkSession spark() {
    return SparkSession.builder().sparkContext(jsc().sc()).getOrCreate();
  }

  /** A file of the repository, wherever the tests run. */
  protected static Path repository(String path) {
    return Path.of("..").resolve(path);
  }

  /** The data that stand beside a checkout, where they do. */
  protected static Path shared() {
    return repository("../shared/data");
  }

  protected static boolean sharedIsThere() {
    return Files.isDirectory(shared());
  }

  protected RunResult evaluate(Path suite, Map<String, String> variables, Path out)
      throws IOException {
    return evaluate(suite, variables, out, 0);
  }

  protected RunResult evaluate(Path suite, Map<String, String> variables, Path out, long limit)
      throws IOException {
    EvaluateOptions options =
        new EvaluateOptions(out.toString(), limit, false, "steelyard evaluate (test)", "test");
    return new EvaluateJob(
            spark(), SuiteFile.read(suite, variables), options, new PrintWriter(new StringWriter()))
        .run();
  }

  /** Trains a family, all of it: one that lacks a model would test something else. */
  protected TrainJob.Result train(Path family, Map<String, String> variables, Path models)
      throws IOException {
    StringWriter said = new StringWriter();
    TrainJob.Result result =
        new TrainJob(
                spark(),
                FamilyFile.read(family, variables),
                models.toString(),
                "test",
                new PrintWriter(said))
            .run();
    assertThat(result.failed()).as(said.toString()).isZero();
    return result;
  }

  /** Under which a model's predictions lie. */
  protected static String predictionKey(RunResult result, String model) {
    return result.units().stream()
        .filter(unit -> unit.model().equals(model))
        .findFirst()
        .orElseThrow()
        .predictionKey();
  }

  /** Tasks of a job group that are submitted while {@code work} runs. */
  protected int tasksOf(String jobGroup, Work work) throws Exception {
    AtomicInteger tasks = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onStageSubmitted(SparkListenerStageSubmitted stage) {
            if (jobGroup.equals(stage.properties().getProperty("spark.jobGroup.id"))) {
              tasks.addAndGet(stage.stageInfo().numTasks());
            }
          }
        };
    jsc().sc().addSparkListener(listener);
    try {
      work.run();
      jsc().sc().listenerBus().waitUntilEmpty();
    } finally {
      jsc().sc().removeSparkListener(listener);
    }
    return tasks.get();
  }

  /** What a test does while something is counted. */
  protected interface Work {
    void run() throws Exception;
  }
}
