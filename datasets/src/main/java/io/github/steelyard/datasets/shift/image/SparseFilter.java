package io.github.steelyard.datasets.shift.image;

import java.util.ArrayList;
import java.util.List;

/** A filter of a few weighted offsets, such as a disk or a line. */
final class SparseFilter {
  private record Tap(int down, int right, float weight) {}

  private final List<Tap> taps = new ArrayList<>();
  private final Border border;

  SparseFilter(Border border) {
    this.border = border;
  }

  /** Adds a weighted pixel that lies so far from the result's. */
  void add(int down, int right, double weight) {
    if (weight != 0) {
      taps.add(new Tap(down, right, (float) weight));
    }
  }

  Picture apply(Picture picture) {
    float[] result = new float[picture.values().length];
    int[] columns = new int[picture.width()];
    for (Tap tap : taps) {
      for (int x = 0; x < columns.length; x++) {
        columns[x] = border.index(x + tap.right(), picture.width()) * picture.channels();
      }
      for (int y = 0; y < picture.height(); y++) {
        int row = border.index(y + tap.down(), picture.height()) * picture.width();
        addLine(picture, row * picture.channels(), columns, tap.weight(), result, y);
      }
    }
    return picture.with(result);
  }

  private static void addLine(
      Picture picture, int row, int[] columns, float weight, float[] result, int y) {
    int channels = picture.channels();
    int next = y * columns.length * channels;
    for (int column : columns) {
      for (int channel = 0; channel < channels; channel++) {
        result[next++] += weight * picture.values()[row + column + channel];
      }
    }
  }
}
