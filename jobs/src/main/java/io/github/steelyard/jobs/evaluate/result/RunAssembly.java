package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.jobs.contamination.Contamination;
import io.github.steelyard.jobs.evaluate.plan.EvaluateOptions;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.evaluate.score.AgreementStage;
import io.github.steelyard.jobs.evaluate.unit.Footprint;
import io.github.steelyard.jobs.evaluate.unit.PlannedModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.alarm.Alarms;
import io.github.steelyard.reports.comparison.Domains;
import io.github.steelyard.reports.comparison.Rankings;
import io.github.steelyard.reports.comparison.Robustness;
import io.github.steelyard.reports.comparison.WorstSlices;
import io.github.steelyard.reports.run.Run;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSettings;
import io.github.steelyard.reports.run.RunStatus;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.SeenInputs;
import io.github.steelyard.reports.run.unit.UnitSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import oshi.SystemInfo;

/** Puts what a run found into the rows of its tables. */
public final class RunAssembly {
  private final Suite suite;
  private final EvaluateOptions options;
  private final SparkSession spark;
  private final Instant started;
  private final EvaluationPlan plan;

  public RunAssembly(
      Suite suite,
      EvaluateOptions options,
      SparkSession spark,
      Instant started,
      EvaluationPlan plan) {
    this.suite = suite;
    this.options = options;
    this.spark = spark;
    this.started = started;
    this.plan = plan;
  }

  /**
   * The rows of all tables, and the alarms that follow from them.
   *
   * @param stored of models that only an earlier run has seen
   * @param complete the units that have all their predictions
   * @param scorecards one for each of them, in the same order
   * @param agreements of the models that should be the same
   * @param comparisons of all models
   * @param calibrated what temperatures do to the confidences
   * @param contamination which examples models have seen in training
   * @param foreign what models make of foreign splits
   * @param failed the other units
   */
  public RunResult assemble(
      StoredRows stored,
      List<UnitOutcome> complete,
      List<Scorecard> scorecards,
      AgreementStage.Found agreements,
      List<ComparisonRow> comparisons,
      CalibratedRows calibrated,
      Contamination contamination,
      ForeignRows foreign,
      List<UnitOutcome> failed) {
    List<FailureRow> failures = new ArrayList<>(plan.failures());
    failures.addAll(agreements.failures());
    failures.addAll(calibrated.failures());
    failures.addAll(contamination.failures());
    failed.forEach(outcome -> failures.add(outcome.failure()));
    Scores scores = Scores.of(complete, scorecards, suite.evaluate());
    Domains domains = Domains.of(scores.metrics(), plan.relatives(), Value.ERROR_BOUND);
    RunResult result =
        RunResult.of(
            run(complete, failures),
            List.of(new RunSettings(suite.evaluateText())),
            scores.runUnits(),
            foreign.runUnits(),
            foreign.rows(),
            unitSettings(
                Stream.concat(scores.units().stream(), foreign.units().stream()).toList(),
                stored.inputs()),
            Stream.concat(plan.models().stream().map(RunAssembly::model), stored.models().stream())
                .toList(),
            plan.splits().stream().map(this::dataset).toList(),
            scores.metrics(),
            scores.confusion(),
            costs(Stream.of(complete, foreign.outcomes(), failed).flatMap(List::stream).toList()),
            stored.costs(),
            Gaps.of(plan.splits(), scores),
            agreements.rows(),
            comparisons,
            Rankings.of(scores.metrics(), comparisons),
            rows(
                complete, scorecards, (unit, card) -> ConfidenceRows.reliability(unit, card, null)),
            calibrated.reliability(),
            calibrated.calibration(),
            rows(complete, scorecards, ConfidenceRows::riskCoverage),
            Robustness.of(
                scores.metrics(),
                Tasks.named(suite.task()).headlines().get(0).metric(),
                suite.evaluate().baselineName()),
            WorstSlices.of(scores.metrics(), Value.ERROR_BOUND),
            scores.sliceDifferences(),
            domains.rows(),
            domains.agreements(),
            contamination.rows(),
            contamination.pairs(),
            failures);
    return result.with(Alarms.of(result));
  }

  private List<UnitSettings> unitSettings(List<Unit> units, Map<Unit, SeenInputs> inputs) {
    List<UnitSettings> rows = new ArrayList<>();
    for (Unit unit : units) {
      EvaluationPlan.PlannedSplit planned = plan.split(unit);
      rows.add(
          new UnitSettings(
              unit.model().name(),
              unit.split().dataset(),
              unit.split().split(),
              unit.applied(),
              planned.dataset().spec().format(),
              planned.clusterBy().orElse(null),
              planned.dataset().trainSplit().orElse(null),
              unit.model().sameAs().orElse(null),
              origin(unit, plan.relatives()).orElse(null),
              unit.settings().allScores(),
              origin(unit, plan.foreign()).orElse(null),
              unit.decision(),
              Tasks.named(unit.task()).version(),
              unit.shift() == null ? null : unit.shift().version(),
              inputs.get(unit)));
    }
    return rows;
  }

  /** The split that a unit's is held against, as a suite spells it. */
  private static Optional<String> origin(Unit unit, List<Relative> relatives) {
    return relatives.stream()
        .filter(relative -> relative.dataset().equals(unit.split().dataset()))
        .filter(relative -> relative.split().equals(unit.split().split()))
        .map(relative -> relative.originDataset() + "/" + relative.originSplit())
        .findFirst();
  }

  /** What one function makes of each unit and its scorecard, one after the other. */
  private static <R> List<R> rows(
      List<UnitOutcome> complete,
      List<Scorecard> cards,
      BiFunction<Unit, Scorecard, List<R>> rows) {
    return IntStream.range(0, complete.size())
        .boxed()
        .flatMap(i -> rows.apply(complete.get(i).unit(), cards.get(i)).stream())
        .toList();
  }

  private Run run(List<UnitOutcome> complete, List<FailureRow> failures) {
    return new Run(
        RunId.startingAt(started),
        suite.name(),
        suite.sha256(),
        options.commandLine(),
        started,
        Instant.now(),
        status(complete, failures),
        options.version(),
        spark.version(),
        spark.sparkContext().master(),
        System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        processor(),
        engines(),
        options.limit() == 0 ? null : options.limit());
  }

  private static RunStatus status(List<UnitOutcome> complete, List<FailureRow> failures) {
    if (failures.isEmpty()) {
      return RunStatus.DONE;
    }
    return complete.isEmpty() ? RunStatus.FAILED : RunStatus.PARTIAL;
  }

  /** Asked for once: the answer takes a process, and stays the same. */
  private static final class Processor {
    static final String NAME =
        new SystemInfo().getHardware().getProcessor().getProcessorIdentifier().getName();
  }

  private static String processor() {
    return Processor.NAME + ", " + Runtime.getRuntime().availableProcessors() + " cores";
  }

  private List<EngineDescription> engines() {
    return Stream.concat(
            plan.models().stream().map(PlannedModel::engine),
            plan.units().stream().map(unit -> unit.model().engine()))
        .distinct()
        .toList();
  }

  private static ModelRow model(PlannedModel model) {
    return new ModelRow(
        model.name(),
        model.familyFolder(),
        model.card().map(ModelCard::recipe).orElse(null),
        model.entry().path(),
        model.staged().ref().sha256(),
        model.profile().fileBytes(),
        model.profile().format(),
        model.staged().engine(),
        model.profile().inputs(),
        model.profile().outputs(),
        new LabelMap(model.entry().outputClasses()),
        model.preprocessing().canonicalText(),
        model.notes());
  }

  private DatasetRow dataset(EvaluationPlan.PlannedSplit planned) {
    PreparedSplit split = planned.prepared();
    List<String> slices = new ArrayList<>(split.slices());
    slices.addAll(plan.slices().of(split).names());
    return new DatasetRow(
        planned.dataset().spec().name(),
        planned.spec().name(),
        planned.dataset().spec().format(),
        split.fingerprint(),
        split.examples(),
        split.type(),
        split.shape(),
        split.labels(),
        split.classCounts(),
        slices,
        split.shards());
  }

  /** A model's figures, those of all its units taken together. */
  private List<CostRow> costs(List<UnitOutcome> outcomes) {
    Map<String, Footprint> footprints = new HashMap<>();
    for (UnitOutcome outcome : outcomes) {
      footprints
          .computeIfAbsent(outcome.unit().model().name(), unused -> new Footprint())
          .add(outcome.footprint());
    }
    return plan.models().stream()
        .flatMap(
            model ->
                ModelCosts.of(model, footprints.getOrDefault(model.name(), new Footprint()))
                    .stream())
        .toList();
  }

  /** An enum's constant as tables spell it. */
  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
