package io.github.steelyard.datasets.images;

import io.github.steelyard.datasets.batch.Bilinear;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;

/**
 * The pixels of an image as unsigned bytes.
 *
 * @param channels 1 (gray) or 3 (red, green, blue)
 * @param values of shape {@code [height, width, channels]}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Pixels(int height, int width, int channels, byte[] values) {
  /**
   * @param wantedChannels 1, 3, or 0 for those that the image has; transparency is dropped
   */
  static Pixels of(BufferedImage image, int wantedChannels) {
    boolean gray = gray(image.getColorModel());
    int channels = wantedChannels == 0 ? (gray ? 1 : 3) : wantedChannels;
    byte[] values = new byte[image.getHeight() * image.getWidth() * channels];
    int[] row = new int[image.getWidth()];
    int next = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      readRow(image, gray, y, row);
      for (int rgb : row) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        if (channels == 1) {
          values[next++] = (byte) luminance(red, green, blue);
        } else {
          values[next++] = (byte) red;
          values[next++] = (byte) green;
          values[next++] = (byte) blue;
        }
      }
    }
    return new Pixels(image.getHeight(), image.getWidth(), channels, values);
  }

  private static boolean gray(ColorModel model) {
    if (!(model instanceof IndexColorModel palette)) {
      return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }
    for (int index = 0; index < palette.getMapSize(); index++) {
      if (palette.getRed(index) != palette.getGreen(index)
          || palette.getRed(index) != palette.getBlue(index)) {
        return false;
      }
    }
    return true;
  }

  private static void readRow(BufferedImage image, boolean gray, int y, int[] row) {
    Raster raster = image.getRaster();
    if (!gray && image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      // What the JDK's JPEG reader gives; its general way makes an object for each pixel.
      byte[] bytes = (byte[]) raster.getDataElements(0, y, row.length, 1, null);
      for (int x = 0; x < row.length; x++) {
        int red = bytes[3 * x] & 0xff;
        int green = bytes[3 * x + 1] & 0xff;
        int blue = bytes[3 * x + 2] & 0xff;
        row[x] = (red << 16) | (green << 8) | blue;
      }
    } else if (image.getColorModel() instanceof IndexColorModel || !gray) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
    } else {
      // Java takes gray images for linear light and would brighten them; files mean what they say.
      int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        int value = row[x] >> shift;
        row[x] = (value << 16) | (value << 8) | value;
      }
    }
  }

  /** ITU-R 601, in integers as the Python Imaging Library computes it. */
  private static int luminance(int red, int green, int blue) {
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
  }

  /** In another size, by {@link Bilinear}, rounded to the nearest. */
  Pixels resized(int toHeight, int toWidth) {
    if (toHeight == height && toWidth == width) {
      return this;
    }
    double[] source = new double[values.length];
    for (int i = 0; i < source.length; i++) {
      source[i] = values[i] & 0xff;
    }
    double[] target = Bilinear.resize(source, height, width, channels, toHeight, toWidth);
    byte[] rounded = new byte[target.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (byte) Math.round(target[i]);
    }
    return new Pixels(toHeight, toWidth, channels, rounded);
  }

  List<Integer> shape() {
    return List.of(height, width, channels);
  }
}
