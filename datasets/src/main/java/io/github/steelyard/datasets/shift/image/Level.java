package io.github.steelyard.datasets.shift.image;

/**
 * How strong a corruption is, and for which images.
 *
 * @param severity from 1 to 5
 */
public record Level(int severity, int height, int width, int channels) {
  private static final int SMALL = 64;

  /** Whether CIFAR-10-C's constants hold, else ImageNet-C's. */
  public boolean small() {
    return Math.min(height, width) <= SMALL;
  }

  public double pick(double[] small, double[] large) {
    return (small() ? small : large)[severity - 1];
  }

  public double[] pick(double[][] small, double[][] large) {
    return (small() ? small : large)[severity - 1];
  }

  public double pick(double... all) {
    return all[severity - 1];
  }
}
