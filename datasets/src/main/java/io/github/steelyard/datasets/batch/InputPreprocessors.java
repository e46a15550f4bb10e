package io.github.steelyard.datasets.batch;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/** A {@link Preprocessing} of one or several inputs, fitted to one split. Stateless. */
public final class InputPreprocessors {
  private final List<Preprocessor> inputs;

  private InputPreprocessors(List<Preprocessor> inputs) {
    this.inputs = inputs;
  }

  /**
   * Checks a preprocessing against the data it is for.
   *
   * @param type of the decoded inputs, UINT8 or FLOAT32
   * @param decoded the shape of one decoded input
   * @throws BadInputException naming the key, and the input, that do not fit the data
   */
  public static InputPreprocessors compile(
      Preprocessing preprocessing, TensorType type, Shape decoded) {
    if (preprocessing.inputs().isEmpty()) {
      return new InputPreprocessors(List.of(Preprocessor.compile(preprocessing, type, decoded)));
    }
    List<Preprocessor> inputs = new ArrayList<>();
    for (Preprocessing input : preprocessing.inputs()) {
      try {
        inputs.add(Preprocessor.compile(input, type, decoded));
      } catch (BadInputException e) {
        throw new BadInputException("Input '" + input.input() + "': " + e.getMessage(), e);
      }
    }
    return new InputPreprocessors(inputs);
  }

  /** The shape of one preprocessed example for each input, by the name that a batch gives it. */
  public Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    inputs.forEach(input -> shapes.put(input.inputName(), input.outputShape()));
    return shapes;
  }

  /** As {@link Preprocessor#batch}, with a tensor for each input. */
  public Batch batch(Shard shard, int firstRow, int rows, BufferAllocator allocator) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try {
      for (Preprocessor input : inputs) {
        tensors.put(input.inputName(), input.tensor(shard, firstRow, rows, allocator));
      }
      Batch batch = new Batch(rows, tensors);
      tensors = Map.of();
      return batch;
    } finally {
      tensors.values().forEach(Tensor::close);
    }
  }
}
