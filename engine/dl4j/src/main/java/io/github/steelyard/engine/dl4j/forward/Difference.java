package io.github.steelyard.engine.dl4j.forward;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How far apart two arrays are.
 *
 * @param largest absolute difference; NaN where one holds a NaN
 * @param scale the largest absolute value of the second
 */
record Difference(double largest, double scale) {
  /** What there is to compare is missing: dilated convolutions, say, which oneDNN refuses. */
  static final Difference NO_RESULT = new Difference(Double.POSITIVE_INFINITY, 1);

  static Difference of(INDArray one, INDArray other) {
    float[] left = one.dup('c').data().asFloat();
    float[] right = other.dup('c').data().asFloat();
    double largest = 0;
    double scale = 0;
    for (int i = 0; i < right.length; i++) {
      largest = Math.max(largest, Math.abs((double) left[i] - right[i]));
      scale = Math.max(scale, Math.abs((double) right[i]));
    }
    return new Difference(largest, scale);
  }

  /** Relative to the scale where that is above 1. */
  double relative() {
    return largest / Math.max(1, scale);
  }
}
