package io.github.steelyard.engine.dl4j.forward.program;

import io.github.steelyard.engine.data.Shape;

/**
 * What flows between operations. Two values of one storage are the same numbers, shaped otherwise.
 *
 * @param storage a place for one batch; the first ones are the network's inputs
 * @param shape of one example
 */
public record Value(int storage, Shape shape) implements Operand {
  public Value reshaped(Shape other) {
    if (other.elements() != shape.elements()) {
      throw new IllegalArgumentException("Cannot make " + other + " of " + shape);
    }
    return new Value(storage, other);
  }
}
