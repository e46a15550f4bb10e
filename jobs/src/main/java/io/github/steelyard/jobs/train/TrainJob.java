package io.github.steelyard.jobs.train;

import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.jobs.progress.Progress;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.NamedRecipe;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/** Trains a family: prepares its data once, then one Spark task for each model that is missing. */
public final class TrainJob {
  /** The Spark job group of the trainings. */
  static final String JOB_GROUP = "steelyard-train";

  private final SparkSession spark;
  private final Family family;
  private final String folder;
  private final String version;
  private final PrintWriter out;

  /**
   * How a family went.
   *
   * @param kept models that were there, trained from the same recipe on the same examples
   */
  public record Result(int trained, int kept, int failed) {}

  /**
   * @param folder where models and cards go
   */
  public TrainJob(
      SparkSession spark, Family family, String folder, String version, PrintWriter out) {
    this.spark = spark;
    this.family = family;
    this.folder = folder;
    this.version = version;
    this.out = out;
  }

  public Result run() throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    PreparedSplit split = prepare();
    new Path(folder).getFileSystem(configuration).mkdirs(new Path(folder));
    List<NamedRecipe> missing = new ArrayList<>();
    for (NamedRecipe recipe : family.recipes()) {
      if (!Cards.present(folder, recipe, family, split, configuration)) {
        missing.add(recipe);
      }
    }
    List<TrainOutcome> outcomes = missing.isEmpty() ? List.of() : train(missing, split);
    return say(outcomes, family.recipes().size() - missing.size());
  }

  private PreparedSplit prepare() {
    DatasetSpec dataset = family.dataset();
    SplitSpec split =
        dataset.splits().stream()
            .filter(candidate -> candidate.name().equals(family.trainSplit()))
            .findFirst()
            .orElseThrow();
    return new DatasetPreparer(new Path(folder, "data")).prepare(spark, dataset, split, 0, false);
  }

  private List<TrainOutcome> train(List<NamedRecipe> missing, PreparedSplit split) {
    // Families are written from small to large: the long trainings start first.
    List<NamedRecipe> longestFirst = new ArrayList<>(missing);
    Collections.reverse(longestFirst);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    LongAccumulator done = spark.sparkContext().longAccumulator("models");
    TrainTask task =
        new TrainTask(family, longestFirst, split, folder, version, context.hadoopConfiguration());
    context.setJobGroup(JOB_GROUP, "family " + family.name(), true);
    try (Progress progress =
        new Progress("train", "models", longestFirst.size(), done::value, null)) {
      return context
          .parallelize(
              IntStream.range(0, longestFirst.size()).boxed().toList(), longestFirst.size())
          .map(
              index -> {
                String outcome = task.run(index).json();
                done.add(1);
                return outcome;
              })
          .collect()
          .stream()
          .map(TrainOutcome::parse)
          .sorted(Comparator.comparing(TrainOutcome::model))
          .toList();
    } finally {
      context.clearJobGroup();
    }
  }

  private Result say(List<TrainOutcome> outcomes, int kept) {
    int failed = 0;
    for (TrainOutcome outcome : outcomes) {
      if (outcome.problem() != null) {
        failed++;
        out.println("failed   " + outcome.model() + ": " + outcome.problem());
      } else {
        out.printf(
            Locale.ROOT,
            "trained  %-32s %,12d parameters  loss %.4f  %.1f s%n",
            outcome.model(),
            outcome.parameters(),
            outcome.lastLoss(),
            outcome.seconds());
      }
    }
    if (kept > 0) {
      out.println("kept     " + kept + " models that were trained before");
    }
    out.flush();
    return new Result(outcomes.size() - failed, kept, failed);
  }
}
