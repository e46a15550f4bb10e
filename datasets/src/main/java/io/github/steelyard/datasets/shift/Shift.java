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

  /**
   * The shift, made ready for inputs of one kind.
   *
   * @param severity from 1 to {@link #SEVERITIES}
   * @param type of a decoded input
   * @param shape of one decoded input, {@code [height, width, channels]} for images
   * @throws IllegalArgumentException when the severity is out of range or the inputs are refused
   */
  InputTransform at(int severity, TensorType type, Shape shape);
}
