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
    int next = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = rgb(image, x, y);
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

  private static int rgb(BufferedImage image, int x, int y) {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel || !gray(model)) {
      return image.getRGB(x, y);
    }
    // Java takes gray images for linear light and would brighten them; files mean what they say.
    Raster raster = image.getRaster();
    int bits = raster.getSampleModel().getSampleSize(0);
    int value = raster.getSample(x, y, 0) >> Math.max(0, bits - 8);
    return value << 16 | value << 8 | value;
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
