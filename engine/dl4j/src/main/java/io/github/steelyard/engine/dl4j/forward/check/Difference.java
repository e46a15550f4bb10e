package io.github.steelyard.engine.dl4j.forward.check;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How far apart two arrays are.
 *
 * @param largest absolute difference; NaN where one holds a NaN
 * @param scale the largest absolute value of the second
 * @param sameLargest whether the largest number of each row of a matrix is in the same place; true
 *     where the arrays are no matrices
 */
public record Difference(double largest, double scale, boolean sameLargest) {
  /** Largest difference allowed, relative to the largest result where that is above 1. */
  public static final double TOLERANCE = 1e-5;

  /** What there is to compare is missing: dilated convolutions, say, which oneDNN refuses. */
  public static final Difference NO_RESULT = new Difference(Double.POSITIVE_INFINITY, 1, false);

  public static Difference of(INDArray one, INDArray other) {
    if (one.length() != other.length()) {
      return NO_RESULT;
    }
    float[] left = one.dup('c').data().asFloat();
    float[] right = other.dup('c').data().asFloat();
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < right.length; i++) {
      largest = Math.max(largest, Math.abs((double) left[i] - right[i]));
      scale = Math.max(scale, Math.abs((double) right[i]));
    }
    int columns = other.rank() == 2 ? (int) other.size(1) : 1;
    return new Difference(largest, scale, sameLargest(left, right, columns));
  }

  private static boolean sameLargest(float[] left, float[] right, int columns) {
    for (int row = 0; row < right.length; row += columns) {
      if (largestOf(left, row, columns) != largestOf(right, row, columns)) {
        return false;
      }
    }
    return true;
  }

  private static int largestOf(float[] numbers, int from, int count) {
    int best = from;
    for (int at = from + 1; at < from + count; at++) {
      best = numbers[at] > numbers[best] ? at : best;
    }
    return best;
  }

  /** Relative to the scale where that is above 1. */
  public double relative() {
    return largest / Math.max(1, scale);
  }

  /** Within {@link #TOLERANCE}. */
  public boolean small() {
    return relative() <= TOLERANCE;
  }
}
