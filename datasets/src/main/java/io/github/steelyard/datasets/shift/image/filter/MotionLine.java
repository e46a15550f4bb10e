package io.github.steelyard.datasets.shift.image.filter;

import io.github.steelyard.datasets.shift.image.Picture;

/**
 * ImageMagick's motion blur: pixels along a line, from the one itself on, with weights that fall
 * like a normal curve ({@code MotionBlurImage}).
 */
public final class MotionLine {
  private final float[] weights;

  /**
   * @param radius of the kernel, in pixels
   * @param deviation of its weights, in pixels
   */
  public MotionLine(double radius, double deviation) {
    int length = 2 * (int) Math.ceil(radius) + 1;
    weights = new float[length];
    double sum = 0;
    for (int i = 0; i < length; i++) {
      weights[i] = (float) Math.exp(-0.5 * i * i / (deviation * deviation));
      sum += weights[i];
    }
    for (int i = 0; i < length; i++) {
      weights[i] /= (float) sum;
    }
  }

  /** The picture, moved in a direction of so many degrees. */
  public Picture apply(Picture picture, double degrees) {
    double down = Math.sin(Math.toRadians(degrees));
    double right = Math.cos(Math.toRadians(degrees));
    SparseFilter filter = new SparseFilter(Border.REPLICATE);
    for (int i = 0; i < weights.length; i++) {
      filter.add((int) Math.ceil(i * down - 0.5), (int) Math.ceil(i * right - 0.5), weights[i]);
    }
    return filter.apply(picture);
  }
}
