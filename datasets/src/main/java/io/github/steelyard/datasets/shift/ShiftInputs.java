package io.github.steelyard.datasets.shift;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a shift is made ready for.
 *
 * @param type of a decoded input
 * @param shape of one decoded input, {@code [height, width, channels]} for images, {@code
 *     [columns]} for tables
 * @param spread of the split's values; null where no shift {@linkplain Shift#needsSpread asked}
 */
public record ShiftInputs(TensorType type, Shape shape, @Nullable InputSpread spread) {
  /** Inputs of which no more is known. */
  public static ShiftInputs of(TensorType type, Shape shape) {
    return new ShiftInputs(type, shape, null);
  }

  /** The spread that must be there. */
  public InputSpread knownSpread() {
    if (spread == null) {
      throw new IllegalArgumentException("Cannot shift inputs whose spread is not known");
    }
    return spread;
  }
}
