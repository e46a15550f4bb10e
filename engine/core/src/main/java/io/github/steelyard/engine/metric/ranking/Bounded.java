package io.github.steelyard.engine.metric.ranking;

/**
 * A number from binned scores.
 *
 * @param error the most by which the number of the scores themselves can differ, at least 0
 */
public record Bounded(double value, double error) {
  public static Bounded of(double lowest, double value, double highest) {
    return new Bounded(value, Math.max(0, Math.max(highest - value, value - lowest)));
  }
}
