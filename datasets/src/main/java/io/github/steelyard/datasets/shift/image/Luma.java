package io.github.steelyard.datasets.shift.image;

/** How bright a pixel looks (ITU-R BT.601, as OpenCV and JPEG have it). */
public final class Luma {
  public static final float RED = 0.299f;
  public static final float GREEN = 0.587f;
  public static final float BLUE = 0.114f;

  private Luma() {}

  /** Of the pixel whose first channel stands there; a grey pixel is its own. */
  public static float of(float[] values, int first, int channels) {
    return channels == 1
        ? values[first]
        : RED * values[first] + GREEN * values[first + 1] + BLUE * values[first + 2];
  }
}
