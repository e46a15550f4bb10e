package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/**
 * An input or output of a session, for one thread. What it makes for a batch is kept for the next
 * one, as long as that lies in the same memory and is as large: small models take less time to run
 * than such things to make.
 */
final class Port implements AutoCloseable {
  private final TensorSpec spec;
  private final OnnxNumber number;
  private final long numbers;
  private int rows;
  private Shape batched = Shape.of();
  private long[] extents = {};
  private long address;
  private @Nullable OnnxTensor bound;

  /**
   * @param spec of one example, with the model's own type
   */
  Port(TensorSpec spec) {
    this.spec = spec;
    this.number = OnnxNumber.of(spec.type());
    this.numbers = spec.shape().elements();
  }

  String name() {
    return spec.name();
  }

  Shape shape() {
    return spec.shape();
  }

  OnnxNumber number() {
    return number;
  }

  /** Numbers of one example. */
  long numbers() {
    return numbers;
  }

  /** Bytes of so many examples. */
  long bytes(int examples) {
    return examples * numbers * spec.type().bytes();
  }

  /** Memory for as many examples, as float32. */
  Tensor allocate(BufferAllocator allocator, int examples) {
    resize(examples);
    return Tensor.allocate(allocator, TensorType.FLOAT32, batched);
  }

  /** The same memory as ONNX Runtime's tensor, which stays this port's. */
  OnnxTensor over(ArrowBuf memory, int firstRow, int examples) throws OrtException {
    long at = bytes(firstRow);
    OnnxTensor known = bound;
    if (known != null && rows == examples && address == memory.memoryAddress() + at) {
      return known;
    }
    release();
    resize(examples);
    OnnxTensor made =
        OnnxTensor.createTensor(
            OnnxBackend.start(), buffer(memory, at, bytes(examples)), extents, number.javaType());
    address = memory.memoryAddress() + at;
    bound = made;
    return made;
  }

  /** The direct buffer is a window, no copy. */
  static ByteBuffer buffer(ArrowBuf memory, long from, long bytes) {
    return memory.nioBuffer(from, Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
  }

  private void resize(int examples) {
    if (rows != examples) {
      release();
      rows = examples;
      batched = spec.shape().batched(examples);
      extents = batched.toArray();
    }
  }

  private void release() {
    if (bound != null) {
      bound.close();
      bound = null;
    }
  }

  @Override
  public void close() {
    release();
  }
}
