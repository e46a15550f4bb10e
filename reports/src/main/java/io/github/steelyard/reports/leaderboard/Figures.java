package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.engine.statistics.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every language and country. */
final class Figures {
  /** Stands for a value that is not there. */
  static final String NONE = "-";

  private static final String[] STEPS = {"", "k", "M", "G", "T", "P"};

  private Figures() {}

  /** {@code 0.9812}. */
  static String decimal(@Nullable Double value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%.4f", value);
  }

  /** {@code +0.0123}. */
  static String signed(@Nullable Double value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%+.4f", value);
  }

  /** {@code 0.9812 [0.9783, 0.9837]}. */
  static String decimal(@Nullable Double value, @Nullable Interval interval) {
    if (interval == null) {
      return decimal(value);
    }
    return String.format(
        Locale.ROOT, "%s [%.4f, %.4f]", decimal(value), interval.lower(), interval.upper());
  }

  /** {@code +0.0123 [-0.0045, +0.0291]}. */
  static String signed(@Nullable Double value, @Nullable Interval interval) {
    if (interval == null) {
      return signed(value);
    }
    return String.format(
        Locale.ROOT, "%s [%+.4f, %+.4f]", signed(value), interval.lower(), interval.upper());
  }

  /** {@code 0.042}, {@code < 0.001}. */
  static String probability(double probability) {
    return probability < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", probability);
  }

  /** {@code 3.2e-07}. */
  static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }

  /** {@code 10,000}. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 831}, {@code 61.7 k}, {@code 1.2 M}; thousands, not 1024s. */
  static String human(@Nullable Double count, String unit) {
    if (count == null) {
      return NONE;
    }
    double rest = count;
    int step = 0;
    // 999.95 would be shown as 1000.0.
    while (Math.abs(rest) >= (step == 0 ? 999.5 : 999.95) && step < STEPS.length - 1) {
      rest /= 1000;
      step++;
    }
    String number = String.format(Locale.ROOT, step == 0 ? "%.0f" : "%.1f", rest);
    return (number + " " + STEPS[step] + unit).strip();
  }
}
