package io.github.steelyard.engine.data;

import java.io.Serializable;

/**
 * What a model expects or yields under one name.
 *
 * @param shape of one example, without the batch dimension
 */
public record TensorSpec(String name, TensorType type, Shape shape) implements Serializable {
  @Override
  public String toString() {
    return name + " " + type + " " + shape;
  }
}
