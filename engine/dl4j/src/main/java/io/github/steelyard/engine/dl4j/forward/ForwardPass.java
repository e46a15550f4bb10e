package io.github.steelyard.engine.dl4j.forward;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A compiled network for one thread: the memory of its activations, kept between batches, and its
 * operations bound to it. A batch is read where it lies.
 */
final class ForwardPass implements Forward {
  /** The plan's batch size, and the smaller batch at the end of a shard. */
  private static final int SIZES = 2;

  private final Program program;
  private final Storage storage;
  private final List<INDArray> places = new ArrayList<>();
  private final LinkedHashMap<Long, BoundProgram> bound = new LinkedHashMap<>(4, 0.75f, true);
  private long capacity;

  ForwardPass(Program program) {
    this.program = program;
    this.storage = Storage.plan(program);
  }

  @Override
  public List<Tensor> run(List<Tensor> inputs, BufferAllocator allocator) {
    long rows = inputs.get(0).shape().extent(0);
    BoundProgram current = boundTo(rows, inputs);
    current.run(inputs);
    List<Tensor> outputs = new ArrayList<>();
    try {
      for (Value value : program.outputs()) {
        Shape shape = value.shape().batched(rows);
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, shape);
        outputs.add(tensor);
        Pointer.memcpy(
            new BorrowedFloats(tensor.memory().memoryAddress(), shape.elements()),
            current.array(value).data().pointer(),
            tensor.bytes());
      }
      List<Tensor> result = List.copyOf(outputs);
      outputs.clear();
      return result;
    } finally {
      outputs.forEach(Tensor::close);
    }
  }

  private BoundProgram boundTo(long rows, List<Tensor> inputs) {
    if (rows > capacity) {
      release();
      for (long floats : storage.floats()) {
        places.add(
            Nd4j.createUninitializedDetached(DataType.FLOAT, Math.multiplyExact(floats, rows)));
      }
      capacity = rows;
    }
    BoundProgram known = bound.get(rows);
    if (known != null) {
      return known;
    }
    if (bound.size() == SIZES) {
      Iterator<Map.Entry<Long, BoundProgram>> oldest = bound.entrySet().iterator();
      oldest.next().getValue().close();
      oldest.remove();
    }
    BoundProgram fresh = new BoundProgram(program, storage, places, rows, inputs);
    bound.put(rows, fresh);
    return fresh;
  }

  private void release() {
    bound.values().forEach(BoundProgram::close);
    bound.clear();
    places.forEach(INDArray::close);
    places.clear();
    capacity = 0;
  }

  /** Frees the activations' memory. */
  @Override
  public void close() {
    release();
  }
}
