package io.github.steelyard.engine.metric.scale;

import org.hipparchus.util.FastMath;

/** Scales on which estimates of one kind are nearly normal, however skewed they are themselves. */
public enum Scale {
  /** Of correlations: {@code z = artanh(r)}. */
  FISHER_Z("a perfect correlation has no finite z") {
    @Override
    boolean holds(double value) {
      return Math.abs(value) < 1;
    }

    @Override
    public double to(double value) {
      return FastMath.atanh(value);
    }

    @Override
    public double back(double scaled) {
      return FastMath.tanh(scaled);
    }
  },

  /** Of what is never below 0 and spreads the more the larger it is. */
  LOGARITHM("an error of 0 has no logarithm") {
    @Override
    boolean holds(double value) {
      return value > 0;
    }

    @Override
    public double to(double value) {
      return Math.log(value);
    }

    @Override
    public double back(double scaled) {
      return Math.exp(scaled);
    }
  },

  /** Of what lies between 0 and 1: {@code log(p / (1 - p))}. */
  LOGIT("0 and 1 have no finite logit") {
    @Override
    boolean holds(double value) {
      return value > 0 && value < 1;
    }

    @Override
    public double to(double value) {
      return Math.log(value) - Math.log1p(-value);
    }

    @Override
    public double back(double scaled) {
      return 1 / (1 + Math.exp(-scaled));
    }
  };

  private final String reason;

  Scale(String reason) {
    this.reason = reason;
  }

  /** Whether a value has a finite place on the scale. */
  abstract boolean holds(double value);

  /** The place of a value; not finite where it has none. */
  public abstract double to(double value);

  /** The value at a place. */
  public abstract double back(double scaled);

  /** Why there is no interval where a value has no place on the scale. */
  String reason() {
    return reason;
  }
}
