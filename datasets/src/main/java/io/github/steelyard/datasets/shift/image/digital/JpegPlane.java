package io.github.steelyard.datasets.shift.image.digital;

/**
 * What JPEG does to one plane: blocks of 8x8 values, their cosine transform, rounded to multiples
 * of a table, and back (ITU-T T.81). The entropy coding between loses nothing and is left out.
 */
final class JpegPlane {
  static final int SIDE = 8;

  /** {@code [frequency, place]}, normalized, so that its transpose is its inverse. */
  private static final float[] THERE = cosines();

  private static final float[] BACK = transposed(THERE);

  private final float[] steps;

  /**
   * @param table the standard's table, row by row
   * @param quality from 1 to 100, as libjpeg scales the tables
   */
  JpegPlane(int[] table, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    steps = new float[table.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.min(Math.max((table[i] * percent + 50) / 100, 1), 255);
    }
  }

  private static float[] cosines() {
    float[] cosines = new float[SIDE * SIDE];
    for (int frequency = 0; frequency < SIDE; frequency++) {
      double norm = Math.sqrt((frequency == 0 ? 1.0 : 2.0) / SIDE);
      for (int place = 0; place < SIDE; place++) {
        cosines[frequency * SIDE + place] =
            (float) (norm * Math.cos((2 * place + 1) * frequency * Math.PI / (2 * SIDE)));
      }
    }
    return cosines;
  }

  private static float[] transposed(float[] matrix) {
    float[] result = new float[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      result[i % SIDE * SIDE + i / SIDE] = matrix[i];
    }
    return result;
  }

  /**
   * The plane after storing, in place.
   *
   * @param plane values around 0..255, row-major; beyond its border the border's are repeated
   */
  void apply(float[] plane, int height, int width) {
    float[] block = new float[SIDE * SIDE];
    float[] scratch = new float[SIDE * SIDE];
    for (int top = 0; top < height; top += SIDE) {
      for (int left = 0; left < width; left += SIDE) {
        read(plane, height, width, top, left, block);
        store(block, scratch);
        write(plane, height, width, top, left, block);
      }
    }
  }

  private static void read(float[] plane, int height, int width, int top, int left, float[] block) {
    for (int y = 0; y < SIDE; y++) {
      int row = Math.min(top + y, height - 1) * width;
      for (int x = 0; x < SIDE; x++) {
        block[y * SIDE + x] = plane[row + Math.min(left + x, width - 1)] - 128;
      }
    }
  }

  private static void write(
      float[] plane, int height, int width, int top, int left, float[] block) {
    for (int y = 0; y < Math.min(SIDE, height - top); y++) {
      for (int x = 0; x < Math.min(SIDE, width - left); x++) {
        float value = (float) Math.rint(block[y * SIDE + x] + 128);
        plane[(top + y) * width + left + x] = Math.min(Math.max(value, 0), 255);
      }
    }
  }

  private void store(float[] block, float[] scratch) {
    product(block, BACK, scratch);
    product(THERE, scratch, block);
    for (int i = 0; i < block.length; i++) {
      block[i] = (float) Math.rint(block[i] / steps[i]) * steps[i];
    }
    product(block, THERE, scratch);
    product(BACK, scratch, block);
  }

  /** Of two matrices, each sum in the order of its terms. */
  private static void product(float[] left, float[] right, float[] to) {
    for (int row = 0; row < left.length; row += SIDE) {
      for (int column = 0; column < SIDE; column++) {
        to[row + column] =
            left[row] * right[column]
                + left[row + 1] * right[SIDE + column]
                + left[row + 2] * right[2 * SIDE + column]
                + left[row + 3] * right[3 * SIDE + column]
                + left[row + 4] * right[4 * SIDE + column]
                + left[row + 5] * right[5 * SIDE + column]
                + left[row + 6] * right[6 * SIDE + column]
                + left[row + 7] * right[7 * SIDE + column];
      }
    }
  }
}
