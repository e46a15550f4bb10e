package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.plan.ForeignSplits;
import io.github.steelyard.jobs.evaluate.plan.PositiveClass;
import io.github.steelyard.jobs.evaluate.plan.Relatives;
import io.github.steelyard.jobs.evaluate.result.StoredRows;
import io.github.steelyard.jobs.evaluate.stored.StoredParts;
import io.github.steelyard.jobs.evaluate.stored.StoredRun;
import io.github.steelyard.jobs.evaluate.stored.StoredUnits;
import io.github.steelyard.jobs.evaluate.unit.Failures;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.suite.SuiteFile;
import io.github.steelyard.jobs.suite.settings.EvaluateSettings;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import io.github.steelyard.reports.table.ReportWriter;
import io.github.steelyard.reports.table.StoredTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Computes everything again that follows from the predictions of an earlier run; neither models nor
 * data are needed, only what lies in the folder of caches and reports.
 */
public final class ScoreJob {
  private final SparkSession spark;
  private final Configuration configuration;
  private final StoredRun run;
  private final EvaluateOptions options;
  private final @Nullable Suite suite;
  private final PrintWriter out;

  /**
   * @param run the one whose predictions are scored
   * @param suite whose block {@code evaluate} holds instead of the one that the run had, or null
   */
  public ScoreJob(
      SparkSession spark,
      RunId run,
      EvaluateOptions options,
      @Nullable Suite suite,
      PrintWriter out) {
    this.spark = spark;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.run = new StoredRun(new Path(options.out()), run, configuration);
    this.options = options;
    this.suite = suite;
    this.out = out;
  }

  /** Scores the run's units and publishes a new run; what failed stands in its result. */
  public RunResult run() throws IOException {
    Instant started = Instant.now();
    List<StoredRun.Split> splits = run.splits();
    Suite stored = suite(splits.stream().map(StoredRun.Split::dataset).toList());
    EvaluationPlan plan = plan(splits, stored);
    RunResult result =
        new Scoring(spark, stored, options(), started)
            .of(
                plan,
                new StoredRows(run.models(), run.costs(), run.inputs(plan.units())),
                outcomes(plan.units()));
    new ReportWriter().publish(result, new Path(options.out()), configuration);
    Scoring.show(result, options, out);
    return result;
  }

  private Suite suite(List<SuiteDataset> datasets) {
    StoredTable runs = run.table("runs");
    StoredTable units = run.table("run_units");
    String task = units.rows() == 0 ? "" : units.text(0, "task");
    String text = suite == null ? runs.text(0, "evaluate") : suite.evaluateText();
    EvaluateSettings settings =
        SuiteFile.settings(text, "run " + run.id() + ", evaluate", task, datasets);
    return new Suite(
        runs.text(0, "suite"),
        runs.text(0, "suite_sha256"),
        task,
        datasets,
        run.relatives(),
        run.foreign(),
        List.of(),
        List.of(),
        settings,
        text);
  }

  /** With the limit that the earlier run had: its predictions are of no more examples. */
  private EvaluateOptions options() {
    Long limit = run.table("runs").nullableCount(0, "limit");
    return new EvaluateOptions(
        options.out(), limit == null ? 0 : limit, false, options.commandLine(), options.version());
  }

  private EvaluationPlan plan(List<StoredRun.Split> stored, Suite of) {
    DatasetPreparer preparer = new DatasetPreparer(new Path(options.out(), "data"));
    StoredUnits storedUnits = new StoredUnits(run, options.out(), of.evaluate().metrics());
    List<EvaluationPlan.PlannedSplit> splits = new ArrayList<>();
    List<Unit> units = new ArrayList<>();
    List<FailureRow> failures = new ArrayList<>();
    for (StoredRun.Split split : stored) {
      String dataset = split.dataset().spec().name();
      try {
        EvaluationPlan.PlannedSplit planned =
            new EvaluationPlan.PlannedSplit(
                split.dataset(), split.spec(), prepared(preparer, dataset, split));
        splits.add(planned);
      } catch (RuntimeException e) {
        failures.add(Failures.ofSplit(dataset, split.spec().name(), e));
      }
    }
    ForeignSplits foreign = new ForeignSplits(of.foreign(), splits);
    for (EvaluationPlan.PlannedSplit split : splits) {
      foreign
          .labels(split)
          .ifPresentOrElse(
              labels -> {
                boolean labelled = !foreign.isForeign(split);
                PositiveClass.of(
                    of,
                    split,
                    labels,
                    labelled,
                    failures,
                    binary -> units.addAll(storedUnits.on(split, labels, labelled, binary)));
              },
              () -> failures.add(foreign.withoutOrigin(split)));
    }
    List<PreparedSplit> prepared = foreign.own();
    DefinedSlices slices =
        DefinedSlices.of(
            spark,
            prepared,
            of.evaluate().slices().definitions(),
            true,
            (split, problem) ->
                failures.add(Failures.ofSplit(split.dataset(), split.split(), problem)));
    return new EvaluationPlan(
        List.of(),
        splits,
        List.of(),
        List.of(),
        units,
        slices,
        Relatives.of(of.relatives(), prepared, failures),
        foreign.relatives(),
        failures);
  }

  private PreparedSplit prepared(DatasetPreparer preparer, String dataset, StoredRun.Split split) {
    Optional<PreparedSplit> found = preparer.examples(dataset, split.fingerprint(), configuration);
    return found.orElseThrow(
        () ->
            new DataException(
                options.out() + "/data/" + split.fingerprint(),
                "does not hold the examples of "
                    + dataset
                    + "/"
                    + split.spec().name()
                    + ", expected what 'evaluate' prepared"));
  }

  private List<UnitOutcome> outcomes(List<Unit> units) throws IOException {
    List<UnitOutcome> outcomes = new ArrayList<>();
    for (Unit unit : units) {
      UnitOutcome outcome = new UnitOutcome(unit);
      outcome.cached(unit.split().parts());
      List<String> missing = StoredParts.missing(unit, configuration);
      if (!missing.isEmpty()) {
        outcome.failed(
            FailureStage.SCORE,
            "%s: predictions of %s are not there (%s), expected what 'evaluate' wrote"
                .formatted(unit.folder(), unit, String.join(", ", missing)),
            DataException.class.getName());
      }
      outcomes.add(outcome);
    }
    return outcomes;
  }
}
