package io.github.steelyard.reports.run;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.run.comparison.ComparisonSamples;
import io.github.steelyard.reports.run.comparison.RobustnessRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.generalization.DomainAgreementRow;
import io.github.steelyard.reports.run.generalization.DomainRow;
import io.github.steelyard.reports.run.generalization.GapReference;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.quality.CalibrationRow;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.ReliabilityRow;
import io.github.steelyard.reports.run.quality.RiskCoverageRow;
import io.github.steelyard.reports.run.quality.SliceDifferenceRow;
import io.github.steelyard.reports.run.quality.WorstSliceRow;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.run.suspicion.ContaminationKind;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.run.suspicion.DuplicateRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import io.github.steelyard.reports.run.unit.BinaryDecision;
import io.github.steelyard.reports.run.unit.CostKind;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.run.unit.FailureStage;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.run.unit.SeenInputs;
import io.github.steelyard.reports.run.unit.UnitSettings;
import java.time.Instant;
import java.util.List;

/** A small run in which everything occurs: values and their absence, cards, slices, failures. */
public final class RunSamples {
  public static final RunId ID = new RunId("20261122T163000Z-1f0a9c");
  public static final EngineDescription ENGINE =
      new EngineDescription("dl4j", "1.0.0-M2.1", "cpu", "float32", "avx2, oneDNN", 1);

  private static final BinaryDecision DECISION = new BinaryDecision("dog", 0.3, 2, 0.9, 0.8);
  private static final SeenInputs INPUTS =
      new SeenInputs(new InputNumbers(0, 255, 33.5), new InputNumbers(-1.5, 2.75, 0.75));
  public static final AppliedShift FOG = new AppliedShift("fog", "weather", 3, true);

  private static final Relative SKETCHES = new Relative("sketches", "all", "pets", "test");

  private static final LabelMap CAT_DOG = new LabelMap(List.of("cat", "dog"));

  private RunSamples() {}

  public static Run run(RunId id, String suite, Instant started) {
    return new Run(
        id,
        suite,
        "c0ffee",
        "evaluate --suite pets.yaml --out out",
        started,
        started.plusMillis(12_345),
        RunStatus.PARTIAL,
        "0.1.0",
        "4.2.0",
        "local[2]",
        "17.0.9",
        "Linux 6.1",
        "Some CPU, 2 cores",
        List.of(ENGINE),
        1000L);
  }

  public static RunUnit unit(String model, String split, long notScored) {
    return unit(model, split, "classification", notScored);
  }

  /** On the split test. */
  public static RunUnit unit(String model, String task) {
    return unit(model, "test", task, 0);
  }

  private static RunUnit unit(String model, String split, String task, long notScored) {
    return new RunUnit(
        model,
        "pets",
        split,
        null,
        task,
        "key-" + model + "-" + split,
        "print-" + split,
        1000,
        notScored,
        ENGINE,
        64,
        "scale 0.00392",
        "probabilities",
        3,
        1,
        0.75);
  }

  public static ModelRow model(String name, long seed) {
    TrainingRecipe recipe =
        new TrainingRecipe("mlp", 64, 2, 500, 3, seed, 0.001, 32, false, true, 0.25);
    return new ModelRow(
        name,
        seed < 0 ? null : "growing",
        seed < 0 ? null : recipe,
        "models/" + name + ".zip",
        "sha-" + name,
        250_123,
        "dl4j-multilayer",
        "dl4j",
        List.of(new TensorSpec("in", TensorType.FLOAT32, Shape.of(784))),
        List.of(new TensorSpec("out", TensorType.FLOAT32, Shape.of(2))),
        CAT_DOG,
        "scale 0.00392",
        List.of("layer 'a' runs built in"));
  }

  public static DatasetRow dataset(String split) {
    return new DatasetRow(
        "pets",
        split,
        "csv",
        "print-" + split,
        1000,
        TensorType.FLOAT32,
        Shape.of(784),
        CAT_DOG,
        List.of(600L, 400L),
        List.of("color"),
        1);
  }

  public static MetricRow defined(String model, String metric, double value, double margin) {
    Interval interval =
        margin > 0 ? new Interval(value - margin, value + margin, "wilson", 0.95) : null;
    return defined(model, metric, value, interval, "higher", "0..1");
  }

  /** Of a metric where lower is better. */
  public static MetricRow lower(String model, String metric, double value) {
    return defined(model, metric, value, null, "lower", "");
  }

  private static MetricRow defined(
      String model, String metric, double value, Interval interval, String direction, String unit) {
    return new MetricRow(
        model,
        "pets",
        "test",
        null,
        null,
        null,
        metric,
        null,
        value,
        null,
        interval,
        interval == null ? "fewer than 20 groups" : null,
        1000,
        direction,
        unit);
  }

  public static MetricRow undefined(String model, String metric, String reason) {
    return new MetricRow(
        model, "pets", "test", null, null, null, metric, null, null, reason, null, null, 0, "lower",
        "nats");
  }

  public static CostRow cost(String model, String cost, double value, String unit) {
    return new CostRow(model, cost, value, unit, CostKind.EXACT, "graph");
  }

  /** Two runs of one recipe, a model without a card, and one that could not be opened. */
  public static RunResult complete() {
    return RunResult.of(
        run(ID, "pets", Instant.parse("2026-11-22T16:30:00.123Z")),
        List.of(new RunSettings("{confidence: 0.9}\n")),
        List.of(
            new UnitSettings(
                "mlp-s1", "pets", "test", FOG, "csv", "owner", "train", null, null, false, null,
                DECISION, 2, 1, INPUTS),
            new UnitSettings(
                "zoo",
                "pets",
                "test",
                null,
                "csv",
                null,
                null,
                "mlp-s1",
                "pets/train",
                true,
                null,
                null,
                2,
                null,
                null),
            new UnitSettings(
                "zoo",
                "sketches",
                "all",
                null,
                "csv",
                null,
                null,
                null,
                null,
                false,
                "pets/test",
                null,
                2,
                null,
                null)),
        List.of(
            unit("mlp-s1", "test", 0),
            unit("mlp-s1", "train", 0),
            unit("mlp-s2", "test", 0),
            unit("zoo", "test", 7)),
        List.of(model("mlp-s1", 1), model("mlp-s2", 2), model("zoo", -1)),
        List.of(dataset("test"), dataset("train")),
        List.of(
            new MetricRow(
                "mlp-s1",
                "pets",
                "test",
                FOG,
                "color",
                "black",
                "f1",
                "macro",
                0.5,
                null,
                new Interval(0.4, 0.625, "jackknife", 0.95),
                null,
                100,
                "higher",
                "0..1"),
            defined("mlp-s1", "accuracy", 0.9, 0.0186),
            defined("mlp-s1", "log-loss", 0.31254, 0),
            defined("mlp-s1", "expected-calibration-error", 0.0213, 0),
            defined("mlp-s2", "accuracy", 0.93, 0.0158),
            defined("mlp-s2", "log-loss", 0.21, 0),
            defined("mlp-s2", "expected-calibration-error", 0.0113, 0),
            new MetricRow(
                "mlp-s2",
                "pets",
                "test",
                null,
                ContaminationRow.SLICE,
                ContaminationRow.CLEAN,
                "accuracy",
                null,
                0.875,
                null,
                new Interval(0.85, 0.9, "wilson", 0.95),
                null,
                871,
                "higher",
                "0..1"),
            undefined("zoo", "accuracy", "no example was scored"),
            undefined("zoo", "log-loss", "no example was scored")),
        List.of(
            new ConfusionRow(
                "mlp-s1", "pets", "test", null, "color", "black", 0, "cat", 1, "dog", 12, 18.5),
            new ConfusionRow(
                "mlp-s1", "pets", "test", FOG, null, null, 1, "dog", 1, "dog", 388, 388)),
        List.of(
            cost("mlp-s1", CostRow.PARAMETERS, 54_410, "parameters"),
            cost("mlp-s1", CostRow.MACS_PER_EXAMPLE, 54_272, "MACs"),
            cost("mlp-s1", CostRow.FILE_BYTES, 250_123, "bytes"),
            cost("zoo", CostRow.PARAMETERS, 138_357_544, "parameters"),
            cost("zoo", CostRow.MACS_PER_EXAMPLE, 15_470_264_320.0, "MACs"),
            cost("zoo", CostRow.FILE_BYTES, 553_430_176, "bytes")),
        List.of(
            new GapRow(
                "mlp-s1",
                "pets",
                "accuracy",
                null,
                "train",
                "test",
                0.95,
                0.9,
                0.05,
                null,
                new Interval(0.03, 0.0725, "mover", 0.95),
                null,
                Verdict.WORSE,
                GapReference.TRAINING),
            new GapRow(
                "zoo",
                "pets",
                "f1",
                "macro",
                "train",
                "test",
                0.95,
                null,
                null,
                "no example was scored",
                null,
                null,
                Verdict.UNKNOWN,
                GapReference.TRAINING),
            new GapRow(
                "mlp-s1",
                "pets",
                "log-loss",
                null,
                "train",
                "test",
                0.2,
                0.31254,
                -0.11254,
                null,
                null,
                "fewer than 20 groups",
                Verdict.TOO_FEW,
                GapReference.TRAINING),
            new GapRow(
                "mlp-s1",
                "pets",
                "accuracy",
                null,
                "val",
                "test",
                0.92,
                0.9,
                0.02,
                null,
                null,
                "fewer than 20 groups",
                Verdict.TOO_FEW,
                GapReference.VALIDATION)),
        ComparisonSamples.comparisons(),
        ComparisonSamples.rankings(),
        List.of(
            new AgreementRow(
                "mlp-s2",
                "mlp-s1",
                "pets",
                "test",
                "onnxruntime 1.29.0",
                "dl4j 1.0.0-M2.1",
                998,
                998,
                2,
                3.2e-7,
                1.1e-8,
                2.5e-6,
                1e-5,
                true),
            new AgreementRow(
                "zoo",
                "mlp-s1",
                "pets",
                "test",
                "onnxruntime 1.29.0",
                "dl4j 1.0.0-M2.1",
                1000,
                960,
                0,
                0.25,
                0.001,
                4.5,
                1e-5,
                false)),
        List.of(
            new RobustnessRow(
                "mlp-s1", "pets", "test", "fog", "corruption-error", 0.75, null, "mlp-s2", 5),
            new RobustnessRow("mlp-s1", "pets", "test", null, "mean-error", 0.25, null, null, 75),
            new RobustnessRow(
                "mlp-s1", "pets", "test", null, "corruption-error", 0.8, null, "mlp-s2", 75),
            new RobustnessRow(
                "mlp-s1",
                "pets",
                "test",
                null,
                "effective-robustness",
                null,
                "too few models",
                null,
                5)),
        List.of(
            new ReliabilityRow(
                "mlp-s1", "pets", "test", FOG, "color", "black", 1.5, 0.8, 0.9, 40, 42.5, 0.85,
                0.75)),
        List.of(
            new CalibrationRow(
                "mlp-s1",
                "pets",
                "test",
                1.5,
                null,
                400,
                300,
                "log-loss",
                "",
                0.5,
                0.25,
                new Interval(-0.375, -0.125, "jackknife", 0.95),
                null),
            new CalibrationRow(
                "zoo",
                "pets",
                "test",
                null,
                "no example of the part for fitting was scored",
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null)),
        List.of(new RiskCoverageRow("mlp-s1", "pets", "test", null, 0.25, 0.02, 0.99)),
        List.of(
            new AlarmRow(
                "zoo",
                "pets",
                "test",
                "constant-prediction",
                "Answers 'cat' to all 993 examples of 2 classes: look at its preprocessing and at"
                    + " its training")),
        List.of(
            new FailureRow(
                "torn",
                null,
                null,
                null,
                FailureStage.PLAN,
                "Model 'torn': the file ends too early, expected a whole zip.",
                "io.github.steelyard.engine.problem.ModelException"),
            new FailureRow(
                null,
                "pets",
                "holiday",
                FOG,
                FailureStage.PREPARE,
                "holiday.csv, row 17: the label is \u001b[31m'cow', expected one of cat, dog.",
                "io.github.steelyard.engine.problem.DataException")),
        List.of(
            new DomainRow(
                "mlp-s1",
                SKETCHES,
                "f1",
                "macro",
                0.5,
                0.625,
                -0.125,
                null,
                new Interval(-0.25, 0.0625, "mover", 0.95),
                null,
                2.0,
                1.5)),
        List.of(
            new ContaminationRow(
                "pets", "test", "train", ContaminationKind.EXACT, "sha-256", 1000, 2000, 125, 0),
            new ContaminationRow(
                "pets", "test", "train", ContaminationKind.NEAR, "minhash-1", 1000, 2000, 4, 2)),
        List.of(new DuplicateRow("pets", "test", "train", ContaminationKind.EXACT, 17, 1998)),
        List.of(
            new OutOfDistributionRow(
                "mlp-s1",
                SKETCHES,
                "max-logit",
                "auroc",
                0.875,
                null,
                new Interval(0.75, 0.9375, "jackknife", 0.95),
                null,
                0.001,
                100,
                50),
            new OutOfDistributionRow(
                "mlp-s1",
                SKETCHES,
                "max-logit",
                "fpr-at-95",
                0.25,
                null,
                null,
                "the threshold that a share reaches is not smooth",
                0.001,
                100,
                50),
            new OutOfDistributionRow(
                "zoo",
                SKETCHES,
                "energy",
                "auroc",
                null,
                "no foreign example was scored",
                null,
                null,
                null,
                100,
                0),
            new OutOfDistributionRow(
                "zoo",
                SKETCHES,
                "confidence",
                "auroc",
                0.75,
                null,
                null,
                "too few: 4 examples on one side, at least 5 are needed",
                0.0,
                100,
                4)),
        List.of(
            new DomainAgreementRow(SKETCHES, "f1", "macro", 5, 0.5, 0.25, null),
            new DomainAgreementRow(
                SKETCHES, "accuracy", null, 1, null, null, "fewer than 2 models")),
        List.of(
            new WorstSliceRow(
                "mlp-s1",
                "pets",
                "test",
                FOG,
                "color",
                "black",
                "f1",
                "macro",
                0.5,
                0.75,
                -0.25,
                "the worst of several",
                3,
                100,
                "higher",
                "")),
        List.of(
            new SliceDifferenceRow(
                "mlp-s1",
                "pets",
                "test",
                FOG,
                "color",
                "black",
                "f1",
                "macro",
                0.5,
                0.625,
                -0.125,
                null,
                new Interval(-0.25, 0.0625, "mover", 0.95),
                null,
                0.03125,
                100,
                300),
            new SliceDifferenceRow(
                "mlp-s1",
                "pets",
                "test",
                null,
                "color",
                "green",
                "accuracy",
                "",
                null,
                null,
                null,
                "fewer than 50 examples",
                null,
                null,
                null,
                3,
                397)));
  }
}
