package io.github.steelyard.datasets.shift.image.weather;

import io.github.steelyard.datasets.shift.ShiftRandom;
import io.github.steelyard.datasets.shift.image.Picture;

/**
 * Clouds by the diamond-square algorithm on a torus (Fournier, Fussell and Carpenter 1982), as the
 * original's {@code plasma_fractal}.
 */
final class PlasmaFractal {
  private final int side;
  private final float[] map;
  private final ShiftRandom random;

  private PlasmaFractal(int side, ShiftRandom random) {
    this.side = side;
    this.map = new float[side * side];
    this.random = random;
  }

  /**
   * A map that covers an image.
   *
   * @param decay by which the heights shrink with each halving of the step, above 1: low is rough
   * @return values from 0 to 1, of shape {@code [height, width, 1]}
   */
  static Picture of(int height, int width, double decay, ShiftRandom random) {
    int side = Math.max(2, Integer.highestOneBit(2 * Math.max(height, width) - 1));
    PlasmaFractal fractal = new PlasmaFractal(side, random);
    double reach = 1;
    for (int step = side; step >= 2; step /= 2) {
      fractal.squares(step, reach);
      fractal.diamonds(step, reach);
      reach /= decay;
    }
    return fractal.normalized(height, width);
  }

  private void squares(int step, double reach) {
    int half = step / 2;
    for (int y = 0; y < side; y += step) {
      for (int x = 0; x < side; x += step) {
        float sum = at(y, x) + at(y + step, x) + at(y, x + step) + at(y + step, x + step);
        put(y + half, x + half, sum, reach);
      }
    }
  }

  private void diamonds(int step, double reach) {
    int half = step / 2;
    for (int y = 0; y < side; y += step) {
      for (int x = 0; x < side; x += step) {
        diamond(y, x + half, half, reach);
        diamond(y + half, x, half, reach);
      }
    }
  }

  private void diamond(int y, int x, int half, double reach) {
    float sum = at(y - half, x) + at(y + half, x) + at(y, x - half) + at(y, x + half);
    put(y, x, sum, reach);
  }

  private float at(int y, int x) {
    return map[(y & (side - 1)) * side + (x & (side - 1))];
  }

  private void put(int y, int x, float sum, double reach) {
    map[(y & (side - 1)) * side + (x & (side - 1))] =
        (float) (sum / 4 + random.uniform(-reach, reach));
  }

  private Picture normalized(int height, int width) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : map) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    float[] values = new float[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[y * width + x] = most > least ? (at(y, x) - least) / (most - least) : 0;
      }
    }
    return new Picture(height, width, 1, values);
  }
}
