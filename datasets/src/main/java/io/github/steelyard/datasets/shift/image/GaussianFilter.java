package io.github.steelyard.datasets.shift.image;

/**
 * A normal blur, lines first, then columns: SciPy's {@code gaussian_filter} over the first two
 * dimensions.
 */
final class GaussianFilter {
  private final float[] kernel;
  private final Border border;

  /**
   * @param deviation in pixels, at least 0
   * @param truncate where the kernel ends, in deviations
   */
  GaussianFilter(double deviation, double truncate, Border border) {
    this(weights(deviation, (int) (truncate * deviation + 0.5)), border);
  }

  private GaussianFilter(float[] kernel, Border border) {
    this.kernel = kernel;
    this.border = border;
  }

  /** A kernel of so many pixels to each side. */
  static GaussianFilter ofRadius(double deviation, int radius, Border border) {
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

  Picture apply(Picture picture) {
    if (kernel.length == 1) {
      return picture;
    }
    float[] columns = new float[picture.values().length];
    int line = picture.width() * picture.channels();
    for (int y = 0; y < picture.height(); y++) {
      for (int tap = 0; tap < kernel.length; tap++) {
        int from = border.index(y + tap - kernel.length / 2, picture.height()) * line;
        addScaled(picture.values(), from, kernel[tap], columns, y * line, line);
      }
    }
    return picture.with(alongLines(picture, columns));
  }

  private float[] alongLines(Picture picture, float[] values) {
    int radius = kernel.length / 2;
    int channels = picture.channels();
    int line = picture.width() * channels;
    // A line with its border on both sides, so that the inner loop asks no questions.
    float[] wide = new float[line + 2 * radius * channels];
    float[] result = new float[values.length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = -radius; x < picture.width() + radius; x++) {
        int from = y * line + border.index(x, picture.width()) * channels;
        System.arraycopy(values, from, wide, (x + radius) * channels, channels);
      }
      for (int tap = 0; tap < kernel.length; tap++) {
        addScaled(wide, tap * channels, kernel[tap], result, y * line, line);
      }
    }
    return result;
  }

  private static void addScaled(
      float[] source, int from, float weight, float[] target, int to, int length) {
    for (int i = 0; i < length; i++) {
      target[to + i] += weight * source[from + i];
    }
  }
}
