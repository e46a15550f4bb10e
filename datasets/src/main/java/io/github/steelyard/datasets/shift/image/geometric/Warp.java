package io.github.steelyard.datasets.shift.image.geometric;

import io.github.steelyard.datasets.shift.image.Picture;
import io.github.steelyard.datasets.shift.image.filter.Border;

/** Takes each pixel from another place, linearly between the four pixels around it. */
final class Warp {
  /** Where a pixel comes from. */
  interface Origin {
    float row(int y, int x);

    float column(int y, int x);
  }

  private Warp() {}

  static Picture of(Picture picture, Border border, Origin origin) {
    float[] result = new float[picture.values().length];
    int channels = picture.channels();
    int next = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        sample(picture, border, origin.row(y, x), origin.column(y, x), result, next);
        next += channels;
      }
    }
    return picture.with(result);
  }

  private static void sample(
      Picture picture, Border border, float row, float column, float[] result, int next) {
    int top = floor(row);
    int left = floor(column);
    float lower = row - top;
    float righter = column - left;
    int channels = picture.channels();
    int upper = border.index(top, picture.height()) * picture.width();
    int under = border.index(top + 1, picture.height()) * picture.width();
    int x0 = border.index(left, picture.width());
    int x1 = border.index(left + 1, picture.width());
    float[] values = picture.values();
    for (int channel = 0; channel < channels; channel++) {
      float above =
          (1 - righter) * values[(upper + x0) * channels + channel]
              + righter * values[(upper + x1) * channels + channel];
      float below =
          (1 - righter) * values[(under + x0) * channels + channel]
              + righter * values[(under + x1) * channels + channel];
      result[next + channel] = (1 - lower) * above + lower * below;
    }
  }

  /** Without the way over double, in which {@link Math#floor} works. */
  private static int floor(float place) {
    int towardsZero = (int) place;
    return place < towardsZero ? towardsZero - 1 : towardsZero;
  }

  /** An affine map about the image's centre: {@code [row, column] -> m [row, column] + shift}. */
  static Picture affine(
      Picture picture,
      Border border,
      double rowByRow,
      double rowByColumn,
      double columnByRow,
      double columnByColumn,
      double down,
      double right) {
    double middleY = (picture.height() - 1) / 2.0;
    double middleX = (picture.width() - 1) / 2.0;
    return of(
        picture,
        border,
        new Origin() {
          @Override
          public float row(int y, int x) {
            return (float)
                (middleY + rowByRow * (y - middleY) + rowByColumn * (x - middleX) + down);
          }

          @Override
          public float column(int y, int x) {
            return (float)
                (middleX + columnByRow * (y - middleY) + columnByColumn * (x - middleX) + right);
          }
        });
  }
}
