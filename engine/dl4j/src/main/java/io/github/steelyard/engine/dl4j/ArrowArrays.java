package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.dl4j.forward.running.BorrowedFloats;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Shows Arrow's memory to ND4J without a copy. */
final class ArrowArrays {
  private ArrowArrays() {}

  /**
   * An array over a float32 tensor's memory, with the shape given. Closing it leaves the memory
   * alone; the tensor must live longer.
   */
  static INDArray over(Tensor tensor, long[] shape) {
    long floats = tensor.shape().elements();
    FloatPointer pointer = new BorrowedFloats(tensor.memory().memoryAddress(), floats);
    return Nd4j.create(
        Nd4j.createBuffer(pointer, DataType.FLOAT, floats, FloatIndexer.create(pointer)), shape);
  }
}
