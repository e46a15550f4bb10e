package io.github.steelyard.bench.harness;

import java.util.Locale;
import java.util.Optional;

/** What an arm's work results in: a row of numbers for each example. */
public final class Answers {
  /** Of an arm that does only a part of the work. */
  public static final Answers NONE = new Answers(new float[0], 1);

  /** Two float32 implementations of a deep network that agree differ by less. */
  private static final double TOLERANCE = 1e-4;

  private final float[] values;
  private final int columns;

  /**
   * @param values row by row; taken over
   * @param columns numbers of each example
   */
  public Answers(float[] values, int columns) {
    if (!(columns >= 1 && values.length % columns == 0)) {
      throw new IllegalArgumentException(
          "Cannot cut " + values.length + " answers into rows of " + columns);
    }
    this.values = values;
    this.columns = columns;
  }

  public boolean none() {
    return values.length == 0;
  }

  /**
   * What is different here from what is expected, in words: another number of answers, one that is
   * further away than 1e-4 of the largest expected number of its row, or no number at all. So the
   * same class is on top, unless the best two are closer than that.
   */
  public Optional<String> differenceFrom(Answers expected) {
    if (none() || expected.none()) {
      return Optional.empty();
    }
    if (values.length != expected.values.length || columns != expected.columns) {
      return Optional.of(
          "%d answers in rows of %d, expected %d in rows of %d"
              .formatted(values.length, columns, expected.values.length, expected.columns));
    }
    for (int row = 0; row < values.length / columns; row++) {
      Optional<String> difference = differenceFrom(expected, row);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> differenceFrom(Answers expected, int row) {
    double allowed = TOLERANCE * expected.largest(row);
    for (int column = 0; column < columns; column++) {
      float found = values[row * columns + column];
      float wanted = expected.values[row * columns + column];
      if (!(Math.abs(found - wanted) <= allowed)) {
        return Optional.of(
            String.format(
                Locale.ROOT, "example %d, column %d: %s, expected %s", row, column, found, wanted));
      }
    }
    return Optional.empty();
  }

  private double largest(int row) {
    double largest = 0;
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest;
  }
}
