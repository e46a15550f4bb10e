package io.github.steelyard.reports.table.column;

import io.github.steelyard.reports.run.unit.AppliedShift;
import io.github.steelyard.reports.table.TableColumn;
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
        part(of, AppliedShift::shift));
  }

  public static <R> TableColumn<R> kind(int id, Function<R, @Nullable AppliedShift> of) {
    return TableColumn.nullableText(
        id,
        "shift_kind",
        "What the shift stands for: 'noise', 'weather'.",
        part(of, AppliedShift::kind));
  }

  public static <R> TableColumn<R> severity(int id, Function<R, @Nullable AppliedShift> of) {
    return TableColumn.nullableIndex(
        id,
        "severity",
        "1..5",
        "How strong the shift was, 1 the mildest.",
        part(of, AppliedShift::severity));
  }

  private static <R, T> Function<R, @Nullable T> part(
      Function<R, @Nullable AppliedShift> of, Function<AppliedShift, T> part) {
    return row -> {
      AppliedShift shift = of.apply(row);
      return shift == null ? null : part.apply(shift);
    };
  }
}
