package io.github.steelyard.datasets.shift.image;

/**
 * Resizing with a box filter, as Pillow's {@code Image.BOX}: each pixel is a mean of whole ones.
 */
public final class BoxResize {
  private BoxResize() {}

  public static Picture of(Picture picture, int toHeight, int toWidth) {
    return columns(rows(picture, toHeight), toWidth);
  }

  private static Picture rows(Picture picture, int toHeight) {
    int line = picture.width() * picture.channels();
    float[] result = new float[toHeight * line];
    for (int y = 0; y < toHeight; y++) {
      Box box = Box.of(y, picture.height(), toHeight);
      for (int from = box.first(); from < box.end(); from++) {
        for (int i = 0; i < line; i++) {
          result[y * line + i] += picture.values()[from * line + i] / box.pixels();
        }
      }
    }
    return new Picture(toHeight, picture.width(), picture.channels(), result);
  }

  private static Picture columns(Picture picture, int toWidth) {
    int channels = picture.channels();
    float[] result = new float[picture.height() * toWidth * channels];
    for (int x = 0; x < toWidth; x++) {
      Box box = Box.of(x, picture.width(), toWidth);
      for (int y = 0; y < picture.height(); y++) {
        for (int channel = 0; channel < channels; channel++) {
          float sum = 0;
          for (int from = box.first(); from < box.end(); from++) {
            sum += picture.at(y, from, channel);
          }
          result[(y * toWidth + x) * channels + channel] = sum / box.pixels();
        }
      }
    }
    return new Picture(picture.height(), toWidth, channels, result);
  }

  /** The pixels whose centres lie in the box about a target's centre, its lower edge left out. */
  private record Box(int first, int end) {
    static Box of(int target, int length, int toLength) {
      double scale = (double) length / toLength;
      double reach = Math.max(scale, 1) / 2;
      double centre = (target + 0.5) * scale;
      int first = Math.max((int) (centre - reach + 0.5), 0);
      int end = Math.min((int) (centre + reach + 0.5), length);
      // A centre on the edge falls as Pillow's arithmetic has it.
      double inverse = 1 / Math.max(scale, 1);
      if (!((first - centre + 0.5) * inverse > -0.5)) {
        first++;
      }
      if (!((end - 1 - centre + 0.5) * inverse <= 0.5)) {
        end--;
      }
      return new Box(first, Math.max(end, first + 1));
    }

    int pixels() {
      return end - first;
    }
  }
}
