package io.github.steelyard.datasets.shift.image.filter;

/** What lies beyond an image's border, for a line {@code abcd}. */
public enum Border {
  /** {@code aaa|abcd|ddd}. */
  REPLICATE {
    @Override
    int outside(int position, int length) {
      return Math.min(Math.max(position, 0), length - 1);
    }
  },
  /** {@code cba|abcd|dcb}: SciPy's {@code reflect}. */
  SYMMETRIC {
    @Override
    int outside(int position, int length) {
      int folded = Math.floorMod(position, 2 * length);
      return folded < length ? folded : 2 * length - 1 - folded;
    }
  },
  /** {@code dcb|abcd|cba}: OpenCV's default, {@code BORDER_REFLECT_101}. */
  REFLECT {
    @Override
    int outside(int position, int length) {
      if (length == 1) {
        return 0;
      }
      int folded = Math.floorMod(position, 2 * length - 2);
      return folded < length ? folded : 2 * length - 2 - folded;
    }
  };

  /** The place inside the line that stands for one which may lie outside. */
  public final int index(int position, int length) {
    // Most places lie inside, and folding takes a division.
    return position >= 0 && position < length ? position : outside(position, length);
  }

  abstract int outside(int position, int length);
}
