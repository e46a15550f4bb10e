package io.github.steelyard.jobs.evaluate.predict;

import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.inference.Predictions;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/** Predictions of examples that a shift has left out: as if the model had no number for them. */
final class LeftOut {
  private LeftOut() {}

  /**
   * A copy with NaN for some rows, which whoever asks for it closes.
   *
   * @param predictions float32
   * @param rows of the shard that are left out
   * @param first the shard's row that is the first one of the predictions
   * @param size rows of the predictions
   * @param allocator of the copy
   */
  static Predictions without(
      Predictions predictions, BitSet rows, int first, int size, BufferAllocator allocator) {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    try {
      predictions
          .outputs()
          .forEach((name, output) -> copies.put(name, copy(output, rows, first, size, allocator)));
      return new Predictions(copies);
    } catch (RuntimeException e) {
      copies.values().forEach(Tensor::close);
      throw e;
    }
  }

  private static Tensor copy(
      Tensor output, BitSet rows, int first, int size, BufferAllocator allocator) {
    Tensor copy = Tensor.allocate(allocator, output.type(), output.shape());
    copy.memory().setBytes(0, output.memory(), 0, output.bytes());
    long numbers = output.shape().elements() / size;
    for (int row = rows.nextSetBit(first);
        row >= 0 && row < first + size;
        row = rows.nextSetBit(row + 1)) {
      for (long number = 0; number < numbers; number++) {
        copy.memory().setFloat(Float.BYTES * ((row - first) * numbers + number), Float.NaN);
      }
    }
    return copy;
  }
}
