package io.github.steelyard.reports.table;

import io.github.steelyard.engine.statistics.Interval;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of an interval that may not be there. */
public final class Intervals {
  private Intervals() {}

  public static <T> @Nullable T part(@Nullable Interval interval, Function<Interval, T> part) {
    return interval == null ? null : part.apply(interval);
  }
}
