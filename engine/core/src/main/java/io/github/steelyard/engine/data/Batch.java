package io.github.steelyard.engine.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs of consecutive examples, one tensor for each input name. Closing a batch closes its
 * tensors.
 */
public final class Batch implements AutoCloseable {
  private final int size;
  private final Map<String, Tensor> tensors;

  /**
   * @param size number of examples, at least 1; the first extent of every tensor
   */
  public Batch(int size, Map<String, Tensor> tensors) {
    if (!(size >= 1)) {
      throw new IllegalArgumentException("Cannot make a batch of " + size + " examples");
    }
    tensors.forEach(
        (name, tensor) -> {
          if (tensor.shape().rank() == 0 || tensor.shape().extent(0) != size) {
            throw new IllegalArgumentException(
                "Cannot put input '" + name + "' of " + tensor.shape() + " in a batch of " + size);
          }
        });
    this.size = size;
    this.tensors = new LinkedHashMap<>(tensors);
  }

  public int size() {
    return size;
  }

  /** In the order in which they were given. */
  public Map<String, Tensor> tensors() {
    return tensors;
  }

  /** The one tensor of a batch that has one input. */
  public Tensor only() {
    if (tensors.size() != 1) {
      throw new IllegalStateException("Cannot choose one of the inputs " + tensors.keySet());
    }
    return tensors.values().iterator().next();
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
