package io.github.steelyard.engine.inference;

import io.github.steelyard.engine.data.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model's outputs for one batch, by name; float32, the first extent is the batch. */
public final class Predictions implements AutoCloseable {
  private final Map<String, Tensor> outputs;

  public Predictions(Map<String, Tensor> outputs) {
    this.outputs = new LinkedHashMap<>(outputs);
  }

  /** In the model's order. */
  public Map<String, Tensor> outputs() {
    return outputs;
  }

  /** The one output of a model that has one. */
  public Tensor only() {
    if (outputs.size() != 1) {
      throw new IllegalStateException("Cannot choose one of the outputs " + outputs.keySet());
    }
    return outputs.values().iterator().next();
  }

  @Override
  public void close() {
    outputs.values().forEach(Tensor::close);
  }
}
