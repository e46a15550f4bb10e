package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing.Size;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.document.Variables;
import io.github.steelyard.jobs.suite.settings.CalibrationChoice;
import io.github.steelyard.jobs.suite.settings.CompareChoice;
import io.github.steelyard.jobs.suite.settings.ContaminationChoice;
import io.github.steelyard.jobs.suite.settings.DeviceChoice;
import java.util.List;

/**
 * All keys of a suite file, and of the blocks that a family file shares with it. The keys of data
 * set formats are declared by the formats.
 */
final class SuiteKeys {
  static final int MOST_CLASSES = 1_000_000;

  static final Key<String> NAME =
      Key.required("name", Kind.NAME, "names it in every table and message");
  static final Key<String> FORMAT =
      Key.required("format", Kind.TEXT, "the format of its files; its options are keys beside it");
  static final Key<String> LABELS =
      Key.optional("labels", Kind.TEXT, "the class names, in the order of their indices");
  static final Key<Integer> CLASSES =
      Key.optional(
          "classes",
          Kind.count(2, MOST_CLASSES),
          "instead of labels: that many classes, each named after its index");
  static final Key<LabelValues> LABEL_VALUES =
      Key.optional(
          "label_values",
          Kind.lowerCase(List.of(LabelValues.values())),
          "whether labels are class names or indices");
  static final Key<String> TRAIN_SPLIT =
      Key.optional("train_split", Kind.NAME, "the split that models were trained on");
  static final Key<Void> SPLITS =
      Key.required(
          "splits",
          Kind.block("a mapping of split names to options"),
          "the parts of the data set, each with the format's options");
  static final Block DATASET =
      Block.of(NAME, FORMAT, LABELS, CLASSES, LABEL_VALUES, TRAIN_SPLIT, SPLITS);

  static final Key<String> RELATIVE_OF =
      Key.optional(
          "relative_of",
          Kind.TEXT,
          "the data set and split, as mnist/test, that this one is another domain of");

  static final Key<String> FOREIGN_TO =
      Key.optional(
          "foreign_to",
          Kind.TEXT,
          "the data set and split, as mnist/test, whose models this one is foreign to");

  /** What a suite may say of its data sets beside {@link #DATASET}. */
  static final Block RELATIVE = Block.of(RELATIVE_OF, FOREIGN_TO);

  static final Key<Double> SCALE =
      Key.otherwise(1.0, "scale", Kind.NUMBER, "each number is multiplied by it first");
  static final Key<Double> MEAN =
      Key.optional("mean", Kind.NUMBER, "then it is taken away: one for all channels, or for each");
  static final Key<Double> STD =
      Key.optional(
          "std",
          Kind.NUMBER.where("a number above 0", number -> number > 0),
          "then it divides: one for all channels, or for each");
  static final Key<Layout> LAYOUT =
      Key.otherwise(
          Layout.FLAT,
          "layout",
          Kind.choice(List.of(Layout.values())),
          "the order of an image's dimensions, FLAT for one dimension");
  static final Key<Size> SIZE =
      Key.optional("size", Kind.SIZE, "images are scaled to height x width first");
  static final Key<String> INPUT =
      Key.optional("input", Kind.TEXT, "the model's input, where it has more than one");
  static final Block PREPROCESSING = Block.of(SCALE, MEAN, STD, LAYOUT, SIZE, INPUT);

  static final Key<String> INPUT_NAME =
      Key.required("input", Kind.TEXT, "the model's input that it is for");
  static final Key<String> FEATURES =
      Key.optional(
          "features",
          Kind.TEXT,
          "the features of a table's row that go into it, by default all of them");
  static final Block INPUT_PREPROCESSING =
      Block.of(INPUT_NAME, FEATURES, SCALE, MEAN, STD, LAYOUT, SIZE);
  static final Key<Void> INPUTS =
      Key.optional(
          "inputs",
          Kind.block("a list of inputs"),
          "what each input gets, where a model has more than one");
  static final Block MODEL_PREPROCESSING = Block.of(SCALE, MEAN, STD, LAYOUT, SIZE, INPUT, INPUTS);

  static final Key<Void> PREPROCESSING_KEY =
      Key.optional(
          "preprocessing",
          Kind.block("a mapping with the preprocessing"),
          "what happens to an input on its way into the model");
  static final Key<String> PATH =
      Key.required("path", Kind.TEXT, "the model file, on any Hadoop file system");
  static final Key<String> ENGINE =
      Key.optional(
          "engine", Kind.TEXT, "the engine that runs it, by default the one that knows it");
  static final Key<DeviceChoice> DEVICE =
      Key.otherwise(
          DeviceChoice.CPU,
          "device",
          Kind.lowerCase(List.of(DeviceChoice.values())),
          "the kind of processor that it runs on");
  static final Key<Precision> PRECISION =
      Key.otherwise(
          Precision.FLOAT32,
          "precision",
          Kind.lowerCase(List.of(Precision.values())),
          "the numbers that it computes in");
  static final Key<OutputKind> OUTPUTS =
      Key.optional(
          "outputs",
          Kind.lowerCase(List.of(OutputKind.values())),
          "what the model's numbers are, by default what the task's models usually yield");
  static final Key<String> OUTPUT_CLASSES =
      Key.optional(
          "output_classes",
          Kind.TEXT,
          "the class of each of the model's outputs, where their order is not the labels'");
  static final Key<String> SAME_AS =
      Key.optional(
          "same_as", Kind.NAME, "the model of this suite whose answers it should give, too");
  static final Key<Void> OPTIONS =
      Key.optional(
          "options",
          Kind.block("a mapping of the engine's own keys to texts or lists"),
          "what the engine is told, under its own keys");
  static final Block MODEL =
      Block.of(
          NAME,
          PATH,
          ENGINE,
          DEVICE,
          PRECISION,
          PREPROCESSING_KEY,
          OUTPUTS,
          OUTPUT_CLASSES,
          SAME_AS,
          OPTIONS);
  static final Block MODEL_DEFAULTS =
      Block.of(ENGINE, DEVICE, PRECISION, PREPROCESSING_KEY, OUTPUTS, OUTPUT_CLASSES, OPTIONS);

  static final Key<String> FAMILY =
      Key.required(
          "family", Kind.TEXT, "a folder of models with model cards, as train writes them");
  static final Key<String> INCLUDE =
      Key.otherwise("*", "include", Kind.TEXT, "only models whose names fit this glob");
  static final Block MODEL_FAMILY = Block.of(FAMILY, INCLUDE, DEVICE, PRECISION);

  static final Key<Integer> BATCH_SIZE =
      Key.optional(
          "batch_size",
          Kind.count(1, 8192),
          "examples that every model is given at once, by default what suits the model's size");
  static final Key<Double> CONFIDENCE =
      Key.otherwise(
          0.95,
          "confidence",
          Kind.NUMBER.where(
              "a number from 0.5 to 0.9999", level -> level >= 0.5 && level <= 0.9999),
          "of all intervals");
  static final Key<Boolean> ALL_SCORES =
      Key.otherwise(
          false, "all_scores", Kind.FLAG, "keep every score of an example beyond 32 classes, too");
  static final Key<Double> TOLERANCE =
      Key.otherwise(
          1e-5,
          "same_as_tolerance",
          Kind.NUMBER.where("a number from 0 to 1", number -> number >= 0 && number <= 1),
          "what the answers of models that are the same may differ by");
  static final Key<CalibrationChoice> CALIBRATE =
      Key.otherwise(
          CalibrationChoice.NONE,
          "calibrate",
          Kind.lowerCase(List.of(CalibrationChoice.values())),
          "what is fitted on a part of each split to make confidences truer");
  static final Key<ContaminationChoice> CONTAMINATION =
      Key.otherwise(
          ContaminationChoice.NONE,
          "contamination",
          Kind.lowerCase(List.of(ContaminationChoice.values())),
          "which duplicates of training examples are looked for in the other splits");
  static final Key<String> SHIFTS =
      Key.optional(
          "shifts",
          Kind.TEXT,
          "what is done to inputs for a second look: names of shifts, imagenet-c for its fifteen,"
              + " or all");
  static final Key<Integer> SEVERITIES =
      Key.otherwise(
          List.of(1, 2, 3, 4, 5),
          "severities",
          Kind.count(1, Shift.SEVERITIES),
          "how strong the shifts are, 1 the mildest");
  static final Key<String> SHIFT_SPLITS =
      Key.optional(
          "shift_splits",
          Kind.NAME,
          "the splits whose inputs are shifted, by default all that models were not trained on");
  static final Key<String> BASELINE =
      Key.optional(
          "baseline",
          Kind.NAME,
          "the model that others' errors under shifts are shares of, and that others are compared"
              + " with");
  static final Key<String> METRICS =
      Key.optional("metrics", Kind.TEXT, "ids of the metrics that are computed, by default all");
  static final Key<CompareChoice> COMPARE =
      Key.optional(
          "compare",
          Kind.lowerCase(List.of(CompareChoice.values())),
          "which models are compared with which, on the same examples");
  static final Key<String> SLICE_NAME =
      Key.optional(
          "name",
          Kind.NAME,
          "the column that tables call the slices by; of a cross, by default its columns with x"
              + " between them");
  static final Key<String> CROSS =
      Key.optional(
          "cross", Kind.TEXT, "slice columns, of whose values each combination is a slice");
  static final Key<String> SQL =
      Key.optional("sql", Kind.TEXT, "or an expression, of which each value is a slice");
  static final Block SLICE = Block.of(SLICE_NAME, CROSS, SQL);
  static final Key<Void> SLICES =
      Key.optional(
          "slices",
          Kind.block("a list of slices"),
          "by what metrics are split, beside the slice columns of the data sets");
  static final Key<Integer> MIN_SLICE =
      Key.otherwise(
          50,
          "min_slice",
          Kind.count(1, 1_000_000_000),
          "slices of fewer scored examples are counted, and their metrics are undefined");

  /** What holds for two classes where a suite says nothing. */
  static final BinarySettings USUAL = BinarySettings.of(1);

  static final Key<String> POSITIVE =
      Key.optional(
          "positive",
          Kind.TEXT,
          "the class that means yes, by its name; of two classes by default the second one");
  static final Key<Double> THRESHOLD =
      Key.otherwise(
          USUAL.threshold(),
          "threshold",
          Kind.NUMBER.where("a number from 0 to 1", number -> number >= 0 && number <= 1),
          "the least score of that class for which an example is taken for positive");
  static final Key<Double> BETA =
      Key.otherwise(
          USUAL.beta(),
          "beta",
          Kind.NUMBER.where("a number above 0", number -> number > 0),
          "how many times as important as precision recall is in binary-f-beta");
  private static final Kind<Double> LEVEL =
      Kind.NUMBER.where("a number above 0, up to 1", number -> number > 0 && number <= 1);
  static final Key<Double> AT_RECALL =
      Key.otherwise(
          USUAL.recall(), "at_recall", LEVEL, "the least recall that precision-at-recall asks for");
  static final Key<Double> AT_PRECISION =
      Key.otherwise(
          USUAL.precision(),
          "at_precision",
          LEVEL,
          "the least precision that recall-at-precision asks for");
  static final Block BINARY = Block.of(POSITIVE, THRESHOLD, BETA, AT_RECALL, AT_PRECISION);
  static final Key<Void> BINARY_KEY =
      Key.optional(
          "binary",
          Kind.block("a mapping with the keys of a yes-or-no question"),
          "what the metrics of a yes-or-no question are computed for");
  static final Block EVALUATE =
      Block.of(
          BATCH_SIZE,
          CONFIDENCE,
          ALL_SCORES,
          TOLERANCE,
          CALIBRATE,
          SHIFTS,
          SEVERITIES,
          SHIFT_SPLITS,
          BASELINE,
          METRICS,
          COMPARE,
          SLICES,
          MIN_SLICE,
          CONTAMINATION,
          BINARY_KEY);

  static final Key<String> TASK =
      Key.otherwise("classification", "task", Kind.TEXT, "what the models are asked to do");
  static final Key<Void> DATASETS =
      Key.required("datasets", Kind.block("a list of data sets"), "what models are evaluated on");
  static final Key<Void> MODELS =
      Key.required("models", Kind.block("a list of models or families"), "what is evaluated");
  static final Key<Void> DEFAULTS =
      Key.optional(
          "defaults",
          Kind.block("a mapping of model keys to their values"),
          "what holds for every model that does not say otherwise");
  static final Key<Void> EVALUATE_KEY =
      Key.optional(
          "evaluate",
          Kind.block("a mapping with the evaluation's keys"),
          "how models are evaluated");
  static final Block SUITE =
      Block.of(NAME, TASK, Variables.KEY, DATASETS, DEFAULTS, MODELS, EVALUATE_KEY);

  /** Every block of a suite file, for the test of the documentation. */
  static final List<Block> BLOCKS =
      List.of(
          SUITE,
          Variables.BLOCK,
          DATASET,
          MODEL_DEFAULTS,
          MODEL,
          MODEL_PREPROCESSING,
          INPUT_PREPROCESSING,
          MODEL_FAMILY,
          EVALUATE,
          BINARY,
          SLICE,
          RELATIVE);

  private SuiteKeys() {}
}
