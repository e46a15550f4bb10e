package io.github.steelyard.datasets.shift.image;

/** Images as small grey ones. */
public final class GreyScale {
  private static final float LEVELS = 255;

  private GreyScale() {}

  /**
   * The luma of an image, scaled with a box filter.
   *
   * @param input uint8 of shape {@code [height, width, channels]}, of one channel or of red, green
   *     and blue
   * @return of shape {@code [toHeight, toWidth]}, from 0 to 255
   */
  public static float[] of(
      byte[] input, int height, int width, int channels, int toHeight, int toWidth) {
    Picture picture = Picture.of(input, height, width, channels);
    float[] grey = new float[picture.pixels()];
    for (int pixel = 0; pixel < grey.length; pixel++) {
      grey[pixel] = LEVELS * Luma.of(picture.values(), pixel * channels, channels);
    }
    return BoxResize.of(new Picture(height, width, 1, grey), toHeight, toWidth).values();
  }
}
