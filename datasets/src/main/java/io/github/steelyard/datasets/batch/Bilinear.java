package io.github.steelyard.datasets.batch;

/**
 * Resizing as PyTorch's {@code interpolate(mode="bilinear", align_corners=False)} and OpenCV's
 * {@code INTER_LINEAR} do it: a target pixel's centre lies at {@code (i + 0.5) * from / to - 0.5}
 * in the source, beyond the border the border's pixels are repeated, and nothing is blurred before
 * an image shrinks. Computed in double.
 */
public final class Bilinear {
  private Bilinear() {}

  /**
   * The image in another size.
   *
   * @param source of shape {@code [height, width, channels]}
   * @return of shape {@code [toHeight, toWidth, channels]}
   */
  public static double[] resize(
      double[] source, int height, int width, int channels, int toHeight, int toWidth) {
    if (height == toHeight && width == toWidth) {
      return source.clone();
    }
    double[] target = new double[toHeight * toWidth * channels];
    int next = 0;
    for (int y = 0; y < toHeight; y++) {
      double fromY = position(y, height, toHeight);
      int top = (int) fromY;
      int bottom = Math.min(top + 1, height - 1);
      double lower = fromY - top;
      for (int x = 0; x < toWidth; x++) {
        double fromX = position(x, width, toWidth);
        int left = (int) fromX;
        int right = Math.min(left + 1, width - 1);
        double righter = fromX - left;
        for (int channel = 0; channel < channels; channel++) {
          double above =
              (1 - righter) * source[(top * width + left) * channels + channel]
                  + righter * source[(top * width + right) * channels + channel];
          double below =
              (1 - righter) * source[(bottom * width + left) * channels + channel]
                  + righter * source[(bottom * width + right) * channels + channel];
          target[next++] = (1 - lower) * above + lower * below;
        }
      }
    }
    return target;
  }

  private static double position(int target, int from, int to) {
    double position = (target + 0.5) * from / to - 0.5;
    return Math.min(Math.max(position, 0), from - 1);
  }
}
