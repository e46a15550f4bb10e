package io.github.steelyard.reports.run.unit;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.List;

/** Models, data sets and units of a small run, two of them trained by one recipe. */
public final class UnitSamples {
  public static final AppliedShift FOG = new AppliedShift("fog", "weather", 3, true);

  public static final EngineDescription ENGINE =
      new EngineDescription("dl4j", "1.0.0-M2.1", "cpu", "float32", "avx2, oneDNN", 1);

  private static final LabelMap CAT_DOG = new LabelMap(List.of("cat", "dog"));

  private static final BinaryDecision DECISION = new BinaryDecision("dog", 0.3, 2, 0.9, 0.8);

  private static final SeenInputs INPUTS =
      new SeenInputs(new InputNumbers(0, 255, 33.5), new InputNumbers(-1.5, 2.75, 0.75));

  private UnitSamples() {}

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

  public static CostRow cost(String model, String cost, double value, String unit) {
    return new CostRow(model, cost, value, unit, CostKind.EXACT, "graph");
  }

  public static List<Record> rows() {
    return List.of(
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
            null),
        unit("mlp-s1", "test", 0),
        unit("mlp-s1", "train", 0),
        unit("mlp-s2", "test", 0),
        unit("zoo", "test", 7),
        model("mlp-s1", 1),
        model("mlp-s2", 2),
        model("zoo", -1),
        dataset("test"),
        dataset("train"),
        cost("mlp-s1", CostRow.PARAMETERS, 54_410, "parameters"),
        cost("mlp-s1", CostRow.MACS_PER_EXAMPLE, 54_272, "MACs"),
        cost("mlp-s1", CostRow.FILE_BYTES, 250_123, "bytes"),
        cost("zoo", CostRow.PARAMETERS, 138_357_544, "parameters"),
        cost("zoo", CostRow.MACS_PER_EXAMPLE, 15_470_264_320.0, "MACs"),
        cost("zoo", CostRow.FILE_BYTES, 553_430_176, "bytes"),
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
            "io.github.steelyard.engine.problem.DataException"));
  }
}
