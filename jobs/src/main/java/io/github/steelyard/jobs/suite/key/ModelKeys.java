package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.settings.DeviceChoice;
import java.util.List;

/** Keys of a model, of a family, and of what holds for all models of a suite. */
public final class ModelKeys {
  public static final Key<String> PATH =
      Key.required("path", Kind.TEXT, "the model file, on any Hadoop file system");
  public static final Key<String> ENGINE =
      Key.optional(
          "engine", Kind.TEXT, "the engine that runs it, by default the one that knows it");
  public static final Key<DeviceChoice> DEVICE =
      Key.otherwise(
          DeviceChoice.CPU,
          "device",
          Kind.lowerCase(List.of(DeviceChoice.values())),
          "the kind of processor that it runs on");
  public static final Key<Precision> PRECISION =
      Key.otherwise(
          Precision.FLOAT32,
          "precision",
          Kind.lowerCase(List.of(Precision.values())),
          "the numbers that it computes in");
  public static final Key<OutputKind> OUTPUTS =
      Key.optional(
          "outputs",
          Kind.lowerCase(List.of(OutputKind.values())),
          "what the model's numbers are, by default what the task's models usually yield");
  public static final Key<String> OUTPUT_CLASSES =
      Key.optional(
          "output_classes",
          Kind.TEXT,
          "the class of each of the model's outputs, where their order is not the labels'");
  public static final Key<String> SAME_AS =
      Key.optional(
          "same_as", Kind.NAME, "the model of this suite whose answers it should give, too");
  public static final Key<Void> OPTIONS =
      Key.optional(
          "options",
          Kind.block("a mapping of the engine's own keys to texts or lists"),
          "what the engine is told, under its own keys");
  public static final Block MODEL =
      Block.of(
          DatasetKeys.NAME,
          PATH,
          ENGINE,
          DEVICE,
          PRECISION,
          PreprocessingKeys.PREPROCESSING_KEY,
          OUTPUTS,
          OUTPUT_CLASSES,
          SAME_AS,
          OPTIONS);
  public static final Block MODEL_DEFAULTS =
      Block.of(
          ENGINE,
          DEVICE,
          PRECISION,
          PreprocessingKeys.PREPROCESSING_KEY,
          OUTPUTS,
          OUTPUT_CLASSES,
          OPTIONS);
  public static final Key<String> FAMILY =
      Key.required(
          "family", Kind.TEXT, "a folder of models with model cards, as train writes them");
  public static final Key<String> INCLUDE =
      Key.otherwise("*", "include", Kind.TEXT, "only models whose names fit this glob");
  public static final Block MODEL_FAMILY = Block.of(FAMILY, INCLUDE, DEVICE, PRECISION);

  private ModelKeys() {}
}
