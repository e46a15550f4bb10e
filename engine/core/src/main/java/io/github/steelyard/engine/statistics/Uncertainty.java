package io.github.steelyard.engine.statistics;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How sure an estimate is: an interval, or the reason why there is none.
 *
 * @param interval null where there is none
 * @param reason null where there is an interval
 */
public record Uncertainty(@Nullable Interval interval, @Nullable String reason)
    implements Serializable {
  /** What such reasons begin with. */
  public static final String TOO_FEW = "too few";

  public Uncertainty {
    if ((interval == null) == (reason == null)) {
      throw new IllegalArgumentException("Cannot have both or neither of interval and reason");
    }
  }

  public static Uncertainty of(Interval interval) {
    return new Uncertainty(interval, null);
  }

  public static Uncertainty unknown(String reason) {
    return new Uncertainty(null, reason);
  }

  /** True where the reason is that there are too few groups, or events, to tell. */
  public boolean tooFew() {
    return reason != null && reason.startsWith(TOO_FEW);
  }
}
