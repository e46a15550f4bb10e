package io.github.steelyard.datasets.shift.image.digital;

import io.github.steelyard.datasets.shift.image.Luma;
import io.github.steelyard.datasets.shift.image.Picture;

/**
 * A colour image as JPEG keeps it: brightness, and two colour differences at half the resolution.
 */
final class YccPlanes {
  private final Picture picture;
  private final int halfHeight;
  private final int halfWidth;

  YccPlanes(Picture picture) {
    this.picture = picture;
    this.halfHeight = (picture.height() + 1) / 2;
    this.halfWidth = (picture.width() + 1) / 2;
  }

  /** The image after its planes were stored. */
  Picture stored(JpegPlane luminance, JpegPlane chrominance) {
    float[] y = plane(Luma.RED, Luma.GREEN, Luma.BLUE, 0);
    float[] blue = halved(plane(-0.168736f, -0.331264f, 0.5f, 128));
    float[] red = halved(plane(0.5f, -0.418688f, -0.081312f, 128));
    luminance.apply(y, picture.height(), picture.width());
    chrominance.apply(blue, halfHeight, halfWidth);
    chrominance.apply(red, halfHeight, halfWidth);
    return merged(y, doubled(blue), doubled(red));
  }

  private float[] plane(float red, float green, float blue, float offset) {
    float[] values = picture.values();
    float[] plane = new float[picture.pixels()];
    for (int i = 0; i < plane.length; i++) {
      float sum = red * values[3 * i] + green * values[3 * i + 1] + blue * values[3 * i + 2];
      plane[i] = (float) Math.rint(255 * sum + offset);
    }
    return plane;
  }

  private float[] halved(float[] plane) {
    float[] half = new float[halfHeight * halfWidth];
    for (int y = 0; y < halfHeight; y++) {
      int upper = 2 * y * picture.width();
      int lower = Math.min(2 * y + 1, picture.height() - 1) * picture.width();
      for (int x = 0; x < halfWidth; x++) {
        int left = 2 * x;
        int right = Math.min(2 * x + 1, picture.width() - 1);
        float sum = plane[upper + left] + plane[upper + right];
        sum += plane[lower + left] + plane[lower + right];
        // libjpeg's rounding, which leans to neither side on average.
        half[y * halfWidth + x] = (float) Math.floor((sum + 1 + x % 2) / 4);
      }
    }
    return half;
  }

  /** libjpeg's triangle filter: three quarters of the nearer value, one of the next. */
  private float[] doubled(float[] half) {
    float[] plane = new float[picture.pixels()];
    for (int y = 0; y < picture.height(); y++) {
      int near = y / 2 * halfWidth;
      int far = other(y, halfHeight) * halfWidth;
      for (int x = 0; x < picture.width(); x++) {
        int nearX = x / 2;
        int farX = other(x, halfWidth);
        float nearLine = 3 * half[near + nearX] + half[far + nearX];
        float farLine = 3 * half[near + farX] + half[far + farX];
        plane[y * picture.width() + x] =
            (float) Math.floor((3 * nearLine + farLine + 8 - x % 2) / 16);
      }
    }
    return plane;
  }

  private static int other(int place, int length) {
    int other = place / 2 + (place % 2 == 0 ? -1 : 1);
    return Math.min(Math.max(other, 0), length - 1);
  }

  private Picture merged(float[] y, float[] blue, float[] red) {
    float[] values = picture.values();
    for (int i = 0; i < y.length; i++) {
      float cb = blue[i] - 128;
      float cr = red[i] - 128;
      values[3 * i] = (y[i] + 1.402f * cr) / 255;
      values[3 * i + 1] = (y[i] - 0.344136f * cb - 0.714136f * cr) / 255;
      values[3 * i + 2] = (y[i] + 1.772f * cb) / 255;
    }
    return picture;
  }
}
