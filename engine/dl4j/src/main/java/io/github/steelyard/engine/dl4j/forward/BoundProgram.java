package io.github.steelyard.engine.dl4j.forward;

import io.github.steelyard.engine.data.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;

/** A program over the memory of one thread, for batches of one size. */
final class BoundProgram implements AutoCloseable {
  private final List<DataBuffer> inputs = new ArrayList<>();
  private final Map<Value, INDArray> arrays = new HashMap<>();
  private final List<Runnable> steps = new ArrayList<>();

  BoundProgram(
      Program program, Storage storage, List<INDArray> places, long rows, List<Tensor> tensors) {
    for (Tensor tensor : tensors) {
      BorrowedFloats pointer = borrowed(tensor);
      inputs.add(
          Nd4j.createBuffer(
              pointer, DataType.FLOAT, pointer.capacity(), FloatIndexer.create(pointer)));
    }
    for (Operation operation : program.operations()) {
      steps.add(
          operation.bind(
              value ->
                  arrays.computeIfAbsent(
                      value,
                      unused ->
                          Nd4j.create(
                              buffer(storage, places, value),
                              value.shape().batched(rows).toArray()))));
    }
    for (Value output : program.outputs()) {
      arrays.computeIfAbsent(
          output,
          unused ->
              Nd4j.create(buffer(storage, places, output), output.shape().batched(rows).toArray()));
    }
  }

  private DataBuffer buffer(Storage storage, List<INDArray> places, Value value) {
    int place = storage.places().get(value.storage());
    return place < 0 ? inputs.get(value.storage()) : places.get(place).data();
  }

  private static BorrowedFloats borrowed(Tensor tensor) {
    return new BorrowedFloats(tensor.memory().memoryAddress(), tensor.shape().elements());
  }

  /** The operations were bound to the inputs' buffers, which now show other memory. */
  void run(List<Tensor> tensors) {
    for (int i = 0; i < inputs.size(); i++) {
      BorrowedFloats pointer = borrowed(tensors.get(i));
      ((BaseCpuDataBuffer) inputs.get(i))
          .getOpaqueDataBuffer()
          .setPrimaryBuffer(pointer, pointer.capacity());
    }
    for (Runnable step : steps) {
      step.run();
    }
  }

  INDArray array(Value value) {
    INDArray array = arrays.get(value);
    if (array == null) {
      throw new IllegalArgumentException(value + " is not part of this program");
    }
    return array;
  }

  /** Frees what describes the inputs, not their memory. */
  @Override
  public void close() {
    inputs.forEach(DataBuffer::close);
  }
}
