package io.github.steelyard.datasets.shift.image.filter;

import io.github.steelyard.datasets.shift.image.Picture;

/** Pixels that a picture gets on each side, so that a filter's inner loop asks no questions. */
record Margins(int above, int below, int left, int right) {
  /** The picture with its border continued. */
  Picture around(Picture picture, Border border) {
    int channels = picture.channels();
    int wide = left + picture.width() + right;
    float[] values = new float[(above + picture.height() + below) * wide * channels];
    Picture result = new Picture(above + picture.height() + below, wide, channels, values);
    for (int y = 0; y < result.height(); y++) {
      int row = border.index(y - above, picture.height());
      copy(picture, row, 0, picture.width(), result, y, left);
      for (int x = 0; x < left; x++) {
        copy(picture, row, border.index(x - left, picture.width()), 1, result, y, x);
      }
      for (int x = left + picture.width(); x < wide; x++) {
        copy(picture, row, border.index(x - left, picture.width()), 1, result, y, x);
      }
    }
    return result;
  }

  private static void copy(
      Picture from, int row, int column, int pixels, Picture to, int toRow, int toColumn) {
    System.arraycopy(
        from.values(),
        (row * from.width() + column) * from.channels(),
        to.values(),
        (toRow * to.width() + toColumn) * to.channels(),
        pixels * from.channels());
  }
}
