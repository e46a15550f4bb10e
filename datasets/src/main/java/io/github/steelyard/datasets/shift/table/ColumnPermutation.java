package io.github.steelyard.datasets.shift.table;

import com.google.auto.service.AutoService;
import io.github.steelyard.datasets.shift.InputSpread;
import io.github.steelyard.datasets.shift.Shift;
import io.github.steelyard.datasets.shift.ShiftRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Of all columns 20, 40, 60, 80 and 100 % (at least one) are torn from the others: each example has
 * the value of another one there, of up to 1,000 that were kept of the split. Every column keeps
 * its distribution and loses what it says of the rest. Which columns is the same for all examples;
 * those of a mild severity are among those of a stronger one.
 */
@AutoService(Shift.class)
public final class ColumnPermutation extends TableShift {
  public ColumnPermutation() {
    super(
        "column-permutation", "Some columns have the values of other examples.", .2, .4, .6, .8, 1);
  }

  @Override
  ColumnChange change(double strength, InputSpread spread) {
    boolean[] torn = new boolean[spread.columns()];
    int[] order = order(torn.length);
    for (int i = 0; i < Math.ceil(strength * torn.length - 1e-9); i++) {
      torn[order[i]] = true;
    }
    return (value, column, random) -> {
      int other = random.integer(0, spread.samples() - 1);
      return torn[column] ? spread.sample(other, column) : value;
    };
  }

  /** The columns as they are torn out, an order by lot that is always the same. */
  private int[] order(int columns) {
    double[] lots =
        IntStream.range(0, columns)
            .mapToDouble(column -> ShiftRandom.of(name(), "column " + column).uniform())
            .toArray();
    Integer[] order = IntStream.range(0, columns).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(column -> lots[column]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
