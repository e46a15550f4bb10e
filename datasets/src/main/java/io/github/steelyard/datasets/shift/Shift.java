package io.github.steelyard.datasets.shift;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.util.Optional;

/**
 * A change of inputs that keeps their labels, at five severities. Stateless; found by {@link
 * java.util.ServiceLoader}.
 */
public interface Shift {
  /** Severities are 1, the mildest, to this one. */
  int SEVERITIES = 5;

  /** In kebab-case, as a suite asks for it. */
  String name();

  /** One sentence for people who choose shifts. */
  String description();

  ShiftKind kind();

  /** Whether it is one of the fifteen whose errors make up ImageNet-C's mean corruption error. */
  boolean inImageNetC();

  /** Grows when the same input comes out differently, so that stored predictions are not mixed. */
  int version();

  /** Why inputs of this kind cannot be shifted; empty when they can. */
  Optional<String> refusal(TensorType type, Shape shape);

  /** Whether it depends on how the split's values are spread, which takes a look at all of them. */
  default boolean needsSpread() {
    return false;
  }

  /**
   * Checks what {@link #at} is given.
   *
   * @throws IllegalArgumentException when the severity is out of range or the inputs are refused
   */
  default void check(int severity, ShiftInputs inputs) {
    if (!(severity >= 1 && severity <= SEVERITIES)) {
      throw new IllegalArgumentException(
          name() + ": expected a severity from 1 to " + SEVERITIES + ". Found: " + severity);
    }
    refusal(inputs.type(), inputs.shape())
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(name() + ": " + reason);
            });
  }

  /**
   * The shift, made ready for inputs of one kind.
   *
   * @param severity from 1 to {@link #SEVERITIES}
   * @param inputs with their spread, where the shift needs it
   * @throws IllegalArgumentException when the severity is out of range or the inputs are refused
   */
  InputTransform at(int severity, ShiftInputs inputs);
}
