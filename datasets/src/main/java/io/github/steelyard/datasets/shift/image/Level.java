package io.github.steelyard.datasets.shift.image;

/**
 * How strong a corruption is, and for which images.
 *
 * @param severity from 1 to 5
 */
record Level(int severity, int height, int width, int channels) {
  private static final int SMALL = 64;

  /** Whether CIFAR-10-C's constants hold, else ImageNet-C's. */
  boolean small() {
    return Math.min(height, width) <= SMALL;
  }

  double pick(double[] small, double[] large) {
    return (small() ? small : large)[severity - 1];
  }

  double[] pick(double[][] small, double[][] large) {
    return (small() ? small : large)[severity - 1];
  }

  double pick(double... all) {
    return all[severity - 1];
  }
}
