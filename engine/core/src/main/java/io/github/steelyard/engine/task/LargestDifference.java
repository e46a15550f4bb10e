package io.github.steelyard.engine.task;

/** Of two models' probabilities of one example, {@code [labels]} each: 0..1. */
public final class LargestDifference {
  private LargestDifference() {}

  public static double of(float[] one, float[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs((double) one[i] - other[i]));
    }
    return largest;
  }
}
