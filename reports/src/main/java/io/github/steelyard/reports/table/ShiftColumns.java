package io.github.steelyard.reports.table;

import io.github.steelyard.reports.run.unit.AppliedShift;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns that say what was done to the inputs, alike in all tables. */
public final class ShiftColumns {
  private ShiftColumns() {}

  public static <R> TableColumn<R> shift(int id, Function<R, @Nullable AppliedShift> of) {
    return TableColumn.nullableText(
        id,
        "shift",
        "What was done to the inputs: 'fog'; none where they are as they were.",
        row -> {
          AppliedShift shift = of.apply(row);
          return shift == null ? null : shift.shift();
        });
  }

  public static <R> TableColumn<R> kind(int id, Function<R, @Nullable AppliedShift> of) {
    return TableColumn.nullableText(
        id,
        "shift_kind",
        "What the shift stands for: 'noise', 'weather'.",
        row -> {
          AppliedShift shift = of.apply(row);
          return shift == null ? null : shift.kind();
        });
  }

  public static <R> TableColumn<R> severity(int id, Function<R, @Nullable AppliedShift> of) {
    return TableColumn.nullableIndex(
        id,
        "severity",
        "1..5",
        "How strong the shift was, 1 the mildest.",
        row -> {
          AppliedShift shift = of.apply(row);
          return shift == null ? null : shift.severity();
        });
  }
}
