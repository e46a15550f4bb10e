package io.github.steelyard.datasets.shift.image.filter;

import io.github.steelyard.datasets.shift.image.Picture;

/**
 * Enlarges the middle of an image to the whole, with corners on corners: the original's {@code
 * clipped_zoom}, linear between pixels.
 */
public final class CentreZoom {
  /** Where each line of the result lies in the source: between one and the next. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Places(int[] first, int[] next, float[] towardsNext) {
    static Places of(int length, double factor) {
      int cropped = Math.max(1, (int) Math.ceil(length / factor));
      int offset = (length - cropped) / 2;
      int[] first = new int[length];
      int[] next = new int[length];
      float[] towardsNext = new float[length];
      // The crop grows to a little more than the whole, and is cut again on all sides.
      int grown = (int) Math.round(cropped * factor);
      int trimmed = (grown - length) / 2;
      for (int i = 0; i < length; i++) {
        double step = grown <= 1 ? 0 : (double) (cropped - 1) / (grown - 1);
        double place = Math.min(Math.max((i + trimmed) * step, 0), cropped - 1);
        first[i] = offset + (int) place;
        towardsNext[i] = (float) (place - (int) place);
        next[i] = first[i] + (towardsNext[i] > 0 ? 1 : 0);
      }
      return new Places(first, next, towardsNext);
    }

    /** Of pixels with so many values each. */
    Places of(int channels) {
      Places values =
          new Places(
              new int[first.length * channels],
              new int[first.length * channels],
              new float[first.length * channels]);
      for (int i = 0; i < values.first.length; i++) {
        int pixel = i / channels;
        values.first[i] = first[pixel] * channels + i % channels;
        values.next[i] = next[pixel] * channels + i % channels;
        values.towardsNext[i] = towardsNext[pixel];
      }
      return values;
    }
  }

  private final Places rows;
  private final Places columns;

  /**
   * @param factor at least 1
   */
  public CentreZoom(int height, int width, int channels, double factor) {
    rows = Places.of(height, factor);
    columns = Places.of(width, factor).of(channels);
  }

  /** Adds the enlarged picture to a sum of the same size. */
  public void addTo(Picture picture, float[] sum) {
    int line = picture.width() * picture.channels();
    float[] row = new float[line];
    for (int y = 0; y < picture.height(); y++) {
      mix(
          picture.values(),
          rows.first()[y] * line,
          rows.next()[y] * line,
          rows.towardsNext()[y],
          row);
      addLine(row, sum, y * line);
    }
  }

  private void addLine(float[] row, float[] sum, int start) {
    int[] first = columns.first();
    int[] next = columns.next();
    float[] towardsNext = columns.towardsNext();
    for (int i = 0; i < row.length; i++) {
      float part = towardsNext[i];
      sum[start + i] += (1 - part) * row[first[i]] + part * row[next[i]];
    }
  }

  private static void mix(float[] values, int upper, int lower, float part, float[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (1 - part) * values[upper + i] + part * values[lower + i];
    }
  }
}
