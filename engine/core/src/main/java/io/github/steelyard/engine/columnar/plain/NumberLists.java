package io.github.steelyard.engine.columnar.plain;

import java.lang.reflect.Array;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One list of numbers for each row, all of them one after the other.
 *
 * @param lengths of the rows' lists, {@link #MISSING} where a row has none
 * @param numbers of all lists
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record NumberLists(int[] lengths, Numbers numbers) {
  static final int MISSING = -1;

  /** Of rows that are null where they have no list. */
  public static NumberLists of(int[][] rows) {
    return flat(rows, int[].class, Numbers::of);
  }

  /** Of rows that are null where they have no list. */
  public static NumberLists of(float[][] rows) {
    return flat(rows, float[].class, Numbers::of);
  }

  /** The first row that has no list; -1 where each has one. */
  public int firstMissing() {
    return IntStream.range(0, lengths.length)
        .filter(row -> lengths[row] == MISSING)
        .findFirst()
        .orElse(-1);
  }

  private static <T> NumberLists flat(
      @Nullable T[] rows, Class<T> type, Function<T, Numbers> numbers) {
    int[] lengths = new int[rows.length];
    int total = 0;
    for (int row = 0; row < rows.length; row++) {
      T list = rows[row];
      lengths[row] = list == null ? MISSING : Array.getLength(list);
      total += Math.max(0, lengths[row]);
    }
    T all = type.cast(Array.newInstance(type.componentType(), total));
    int filled = 0;
    for (int row = 0; row < rows.length; row++) {
      T list = rows[row];
      if (list != null) {
        System.arraycopy(list, 0, all, filled, lengths[row]);
        filled += lengths[row];
      }
    }
    return new NumberLists(lengths, numbers.apply(all));
  }
}
