package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.progress.Progress;
import io.github.steelyard.jobs.spark.ExecutorGpus;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.unit.FailureRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * What a run consists of: the models that could be opened, the splits that could be prepared, and
 * the units of each one on the other.
 *
 * @param unprepared the splits that a plan alone leaves unprepared; none in a run
 * @param waiting why foreign splits that are prepared have no units in a plan, a sentence each;
 *     none in a run
 * @param slices that the suite defines, on each of the splits
 * @param relatives the splits that stand for other domains
 * @param foreign the splits whose examples are of none of the models' classes
 * @param failures of models, of splits, and of models that do not fit a split
 */
public record EvaluationPlan(
    List<PlannedModel> models,
    List<PlannedSplit> splits,
    List<String> unprepared,
    List<String> waiting,
    List<Unit> units,
    DefinedSlices slices,
    List<Relative> relatives,
    List<Relative> foreign,
    List<FailureRow> failures) {
  /** The option of a split that names the column whose values keep examples together. */
  public static final String CLUSTER_BY = "cluster_by";

  public EvaluationPlan {
    models = List.copyOf(models);
    splits = List.copyOf(splits);
    unprepared = List.copyOf(unprepared);
    waiting = List.copyOf(waiting);
    units = List.copyOf(units);
    relatives = List.copyOf(relatives);
    foreign = List.copyOf(foreign);
    failures = List.copyOf(failures);
  }

  /** A prepared split with the data set it belongs to. */
  public record PlannedSplit(SuiteDataset dataset, SplitSpec spec, PreparedSplit prepared) {
    String name() {
      return EvaluationPlan.name(dataset, spec);
    }

    /** The column whose values keep examples together. */
    public Optional<String> clusterBy() {
      return spec.options().text(CLUSTER_BY);
    }
  }

  /** The split that a unit is on. */
  public PlannedSplit split(Unit unit) {
    return splits.stream()
        .filter(split -> split.prepared().equals(unit.split()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Cannot find the split of " + unit));
  }

  private static String name(SuiteDataset dataset, SplitSpec split) {
    return dataset.spec().name() + "/" + split.name();
  }

  /** Everything ready to be predicted. */
  public static EvaluationPlan prepared(SparkSession spark, Suite suite, EvaluateOptions options)
      throws IOException {
    return of(spark, suite, options, new DatasetPreparer(data(options))::prepare);
  }

  /** What can be told without reading data: splits that no run has prepared stay as they are. */
  public static EvaluationPlan outlined(SparkSession spark, Suite suite, EvaluateOptions options)
      throws IOException {
    DatasetPreparer preparer = new DatasetPreparer(data(options));
    return of(
        spark,
        suite,
        options,
        (session, dataset, split, limit, verify) ->
            preparer.find(session, dataset, split, limit).orElse(null));
  }

  private static Path data(EvaluateOptions options) {
    return new Path(options.out(), "data");
  }

  /** Prepares a split, or finds it; null where it is not to be prepared now. */
  private interface Preparation {
    @Nullable PreparedSplit of(
        SparkSession spark, DatasetSpec dataset, SplitSpec split, long limit, boolean verify);
  }

  private static EvaluationPlan of(
      SparkSession spark, Suite suite, EvaluateOptions options, Preparation preparation)
      throws IOException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    ModelIntake intake =
        new ModelIntake(
            new ModelStaging(options.out(), configuration),
            configuration,
            new ExecutorGpus(JavaSparkContext.fromSparkContext(spark.sparkContext())),
            suite.evaluate(),
            Tasks.named(suite.task()));
    suite.models().forEach(intake::add);
    suite.families().forEach(intake::add);
    List<FailureRow> failures = new ArrayList<>(intake.failures());
    List<String> unprepared = new ArrayList<>();
    List<PlannedSplit> splits = prepare(spark, suite, options, preparation, unprepared, failures);
    ForeignSplits foreign = new ForeignSplits(suite.foreign(), splits);
    List<PreparedSplit> prepared = foreign.own();
    List<Relative> relatives = Relatives.of(suite.relatives(), prepared, failures);
    DefinedSlices slices =
        DefinedSlices.of(
            spark,
            prepared,
            suite.evaluate().slices().definitions(),
            unprepared.isEmpty(),
            (split, problem) ->
                failures.add(Failures.ofSplit(split.dataset(), split.split(), problem)));
    PlannedUnits units = new PlannedUnits(suite, options, intake.models(), failures);
    List<String> waiting = new ArrayList<>();
    for (PlannedSplit split : splits) {
      LabelMap labels = foreign.labels(split).orElse(null);
      if (labels != null) {
        units.add(split, labels, !foreign.isForeign(split));
      } else if (unprepared.isEmpty()) {
        failures.add(foreign.withoutOrigin(split));
      } else {
        waiting.add(foreign.waiting(split));
      }
    }
    return new EvaluationPlan(
        intake.models(),
        splits,
        unprepared,
        waiting,
        units.units(),
        slices,
        relatives,
        foreign.relatives(),
        failures);
  }

  private static List<PlannedSplit> prepare(
      SparkSession spark,
      Suite suite,
      EvaluateOptions options,
      Preparation preparation,
      List<String> unprepared,
      List<FailureRow> failures) {
    List<PlannedSplit> splits = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    long steps = suite.datasets().stream().mapToLong(data -> data.spec().splits().size()).sum();
    try (Progress progress = new Progress("prepare", "splits", steps, done::get, null)) {
      for (SuiteDataset dataset : suite.datasets()) {
        for (SplitSpec split : dataset.spec().splits()) {
          try {
            PreparedSplit prepared =
                preparation.of(spark, dataset.spec(), split, options.limit(), options.verify());
            if (prepared == null) {
              unprepared.add(name(dataset, split));
            } else {
              splits.add(new PlannedSplit(dataset, split, prepared));
            }
          } catch (RuntimeException e) {
            failures.add(Failures.ofSplit(dataset.spec().name(), split.name(), e));
          }
          done.incrementAndGet();
        }
      }
    }
    return splits;
  }
}
