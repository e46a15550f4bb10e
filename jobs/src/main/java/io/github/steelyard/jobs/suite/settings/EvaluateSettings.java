package io.github.steelyard.jobs.suite.settings;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How models are evaluated.
 *
 * @param givenBatchSize examples that every model is given at once, 1 to 8192, or null for what
 *     suits each
 * @param confidence of all intervals, 0.5 to 0.9999
 * @param allScores keep every score of an example beyond 32 classes, too
 * @param sameAsTolerance what the answers of models that are the same may differ by, 0 to 1
 * @param calibration what is done to make confidences truer
 * @param shifts what is done to inputs for a second look
 * @param baselineName the model that errors under shifts are shares of and that others are compared
 *     with, or null for none
 * @param metrics ids of those that are computed, or empty for all
 * @param compare which models are compared with which, or null for what suits their number
 * @param slices by what metrics are split
 * @param contamination which duplicates of training examples are looked for
 * @param binary what the metrics of a yes-or-no question are computed for, or null for what is
 *     usual
 */
public record EvaluateSettings(
    @Nullable Integer givenBatchSize,
    double confidence,
    boolean allScores,
    double sameAsTolerance,
    CalibrationChoice calibration,
    ShiftSettings shifts,
    @Nullable String baselineName,
    List<String> metrics,
    @Nullable CompareChoice compare,
    SliceSettings slices,
    ContaminationChoice contamination,
    @Nullable BinaryChoice binary) {
  public EvaluateSettings {
    metrics = List.copyOf(metrics);
  }

  /** As the suite says. */
  public OptionalInt batchSize() {
    return givenBatchSize == null ? OptionalInt.empty() : OptionalInt.of(givenBatchSize);
  }
}
