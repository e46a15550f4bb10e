package io.github.steelyard.jobs.suite.key;

import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.jobs.suite.document.Block;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.settings.CalibrationChoice;
import io.github.steelyard.jobs.suite.settings.CompareChoice;
import io.github.steelyard.jobs.suite.settings.ContaminationChoice;
import java.util.List;

/** Keys of how a suite wants its models evaluated. */
public final class EvaluateKeys {
  public static final Key<Integer> BATCH_SIZE =
      Key.optional(
          "batch_size",
          Kind.count(1, 8192),
          "examples that every model is given at once, by default what suits the model's size");
  public static final Key<Double> CONFIDENCE =
      Key.otherwise(
          0.95,
          "confidence",
          Kind.NUMBER.where(
              "a number from 0.5 to 0.9999", level -> level >= 0.5 && level <= 0.9999),
          "of all intervals");
  public static final Key<Boolean> ALL_SCORES =
      Key.otherwise(
          false, "all_scores", Kind.FLAG, "keep every score of an example beyond 32 classes, too");
  public static final Key<Double> TOLERANCE =
      Key.otherwise(
          1e-5,
          "same_as_tolerance",
          Kind.NUMBER.where("a number from 0 to 1", number -> number >= 0 && number <= 1),
          "what the answers of models that are the same may differ by");
  public static final Key<CalibrationChoice> CALIBRATE =
      Key.otherwise(
          CalibrationChoice.NONE,
          "calibrate",
          Kind.lowerCase(List.of(CalibrationChoice.values())),
          "what is fitted on a part of each split to make confidences truer");
  public static final Key<ContaminationChoice> CONTAMINATION =
      Key.otherwise(
          ContaminationChoice.NONE,
          "contamination",
          Kind.lowerCase(List.of(ContaminationChoice.values())),
          "which duplicates of training examples are looked for in the other splits");
  public static final Key<String> SHIFTS =
      Key.optional(
          "shifts",
          Kind.TEXT,
          "what is done to inputs for a second look: names of shifts, imagenet-c for its fifteen,"
              + " or all");
  public static final Key<Integer> SEVERITIES =
      Key.otherwise(
          List.of(1, 2, 3, 4, 5),
          "severities",
          Kind.count(1, Shift.SEVERITIES),
          "how strong the shifts are, 1 the mildest");
  public static final Key<String> SHIFT_SPLITS =
      Key.optional(
          "shift_splits",
          Kind.NAME,
          "the splits whose inputs are shifted, by default all that models were not trained on");
  public static final Key<String> BASELINE =
      Key.optional(
          "baseline",
          Kind.NAME,
          "the model that others' errors under shifts are shares of, and that others are compared"
              + " with");
  public static final Key<String> METRICS =
      Key.optional("metrics", Kind.TEXT, "ids of the metrics that are computed, by default all");
  public static final Key<CompareChoice> COMPARE =
      Key.optional(
          "compare",
          Kind.lowerCase(List.of(CompareChoice.values())),
          "which models are compared with which, on the same examples");
  public static final Key<Void> SLICES =
      Key.optional(
          "slices",
          Kind.block("a list of slices"),
          "by what metrics are split, beside the slice columns of the data sets");
  public static final Key<Integer> MIN_SLICE =
      Key.otherwise(
          50,
          "min_slice",
          Kind.count(1, 1_000_000_000),
          "slices of fewer scored examples are counted, and their metrics are undefined");
  public static final Key<Void> BINARY_KEY =
      Key.optional(
          "binary",
          Kind.block("a mapping with the keys of a yes-or-no question"),
          "what the metrics of a yes-or-no question are computed for");
  public static final Block EVALUATE =
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

  private EvaluateKeys() {}
}
