package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.jobs.evaluate.EvaluateJob;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;

/**
 * {@code steelyard evaluate}, in this process: plan, prepare, predict, all metrics with their
 * intervals, all tables.
 */
final class SteelyardEvaluation implements Arm {
  /** Folders below the output that make a run do its work again, data included. */
  private static final List<String> EVERYTHING = List.of("data", "predictions", "reports");

  /** The same, but the data stay prepared. */
  private static final List<String> PREDICTIONS = List.of("predictions", "reports");

  private final SparkSession spark = LocalSpark.session();
  private final Suite suite;
  private final Path out;
  private final List<String> fresh;

  private SteelyardEvaluation(Suite suite, Path out, List<String> fresh) {
    this.suite = suite;
    this.out = out;
    this.fresh = fresh;
  }

  /** From the rows to the tables, nothing kept from the round before. */
  static Arm whole(PeerWork work, String engine, Path model, Workplace workplace)
      throws IOException {
    return open(work, engine, model, workplace, "whole", EVERYTHING);
  }

  /** The same from data that an earlier run has prepared. */
  static Arm prepared(PeerWork work, String engine, Path model, Workplace workplace)
      throws IOException {
    return open(work, engine, model, workplace, "prepared", PREDICTIONS);
  }

  private static Arm open(
      PeerWork work,
      String engine,
      Path model,
      Workplace workplace,
      String name,
      List<String> fresh)
      throws IOException {
    boolean image = work.network().inputShape().rank() == 3;
    String text =
        """
        name: bench
        datasets:
          - name: rows
            format: parquet
            classes: %d
            splits:
              test: {path: "%s", id: %s, label: %s, features: %s, shape: %s}
        models:
          - name: model
            path: "%s"
            engine: %s
            %s
        evaluate: {batch_size: %d}
        """
            .formatted(
                work.network().classes(),
                work.rowFiles(workplace),
                RowFiles.ID,
                RowFiles.LABEL,
                RowFiles.FEATURES,
                image ? "28x28x1" : work.network().inputShape().elements(),
                model,
                engine,
                image ? "preprocessing: {layout: NCHW}" : "",
                work.network().batch());
    Path folder = workplace.folder().resolve("evaluate-" + engine + "-" + name);
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("suite.yaml"), text);
    return new SteelyardEvaluation(
        SuiteFile.read(file, Map.of()), folder.resolve(work.network().network()), fresh);
  }

  private void clear() throws IOException {
    for (String folder : fresh) {
      Path cache = out.resolve(folder);
      if (Files.exists(cache) && !FileUtil.fullyDelete(cache.toFile())) {
        throw new IOException("Cannot delete " + cache);
      }
    }
  }

  private RunResult run() throws IOException {
    EvaluateOptions options = new EvaluateOptions(out.toString(), 0, false, "bench", "bench");
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    RunResult result = new EvaluateJob(spark, suite, options, nowhere).run();
    if (!result.failures().isEmpty()) {
      throw new IOException(result.failures().get(0).message());
    }
    return result;
  }

  private static long examples(RunResult result) {
    return result.confusion().stream().mapToLong(ConfusionRow::examples).sum();
  }

  @Override
  public Measurement round() throws IOException {
    clear();
    long begin = System.nanoTime();
    RunResult result = run();
    return new Measurement(examples(result), System.nanoTime() - begin, Measurement.UNKNOWN);
  }

  @Override
  public Answers answers() throws IOException {
    clear();
    RunResult result = run();
    long correct =
        result.confusion().stream()
            .filter(row -> row.label() == row.prediction())
            .mapToLong(ConfusionRow::examples)
            .sum();
    return new Answers(new float[] {examples(result), correct}, 2);
  }
}
