package io.github.steelyard.engine.calibration;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What logits are divided by before the softmax, or why that is not known. Above 1 a model becomes
 * less sure, below 1 surer; which class it takes stays the same.
 *
 * @param value above 0, or null
 * @param undefined why there is no value; null where there is one
 */
public record Temperature(@Nullable Double value, @Nullable String undefined)
    implements Serializable {
  public Temperature {
    if ((value == null) == (undefined == null) || (value != null && !(value > 0))) {
      throw new IllegalArgumentException(
          "Cannot use the temperature " + value + ", expected a number above 0 or a reason");
    }
  }

  public static Temperature of(double value) {
    return new Temperature(value, null);
  }

  public static Temperature none(String reason) {
    return new Temperature(null, reason);
  }
}
