package io.github.steelyard.jobs.suite;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How models are evaluated.
 *
 * @param givenBatchSize examples that every model is given at once, 1 to 8192, or null for what
 *     suits each
 * @param confidence of all intervals, 0.5 to 0.9999
 * @param allScores keep every score of an example beyond 32 classes, too
 * @param shifts what is done to inputs for a second look
 * @param baselineName the model that errors under shifts are shares of, or null for none
 */
public record EvaluateSettings(
    @Nullable Integer givenBatchSize,
    double confidence,
    boolean allScores,
    ShiftSettings shifts,
    @Nullable String baselineName) {
  /** As the suite says. */
  public OptionalInt batchSize() {
    return givenBatchSize == null ? OptionalInt.empty() : OptionalInt.of(givenBatchSize);
  }
}
