package io.github.steelyard.datasets.shift.image.filter;

import io.github.steelyard.datasets.shift.image.Picture;
import java.util.Arrays;

/**
 * A normal blur, along columns first, then along lines: SciPy's {@code gaussian_filter} over the
 * first two dimensions.
 */
public final class GaussianFilter {
  private final float[] kernel;
  private final Border border;

  /**
   * @param deviation in pixels, at least 0
   * @param truncate where the kernel ends, in deviations
   */
  public GaussianFilter(double deviation, double truncate, Border border) {
    this(weights(deviation, (int) (truncate * deviation + 0.5)), border);
  }

  private GaussianFilter(float[] kernel, Border border) {
    this.kernel = kernel;
    this.border = border;
  }

  /** A kernel of so many pixels to each side. */
  public static GaussianFilter ofRadius(double deviation, int radius, Border border) {
    return new GaussianFilter(weights(deviation, radius), border);
  }

  /** {@code 2 radius + 1} weights whose sum is 1. */
  static float[] weights(double deviation, int radius) {
    double[] weights = new double[2 * radius + 1];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      weights[i + radius] = radius == 0 ? 1 : Math.exp(-0.5 * i * i / (deviation * deviation));
      sum += weights[i + radius];
    }
    float[] normalized = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalized[i] = (float) (weights[i] / sum);
    }
    return normalized;
  }

  public Picture apply(Picture picture) {
    if (kernel.length == 1) {
      return picture;
    }
    return alongColumns(alongColumns(picture).transposed()).transposed();
  }

  private Picture alongColumns(Picture picture) {
    int radius = kernel.length / 2;
    int line = picture.width() * picture.channels();
    int[] offsets = new int[kernel.length];
    Arrays.setAll(offsets, tap -> tap * line);
    float[] tall = new Margins(radius, radius, 0, 0).around(picture, border).values();
    return picture.with(WeightedSum.of(tall, offsets, kernel, picture.values().length));
  }
}
