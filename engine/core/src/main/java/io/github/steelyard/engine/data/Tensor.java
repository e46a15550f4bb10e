package io.github.steelyard.engine.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/**
 * A dense, row-major tensor in Arrow's off-heap memory. The first extent of the shape is the batch.
 * Whoever created a tensor closes it; an engine reads the same bytes without a copy.
 */
public final class Tensor implements AutoCloseable {
  private final TensorType type;
  private final Shape shape;
  private final ArrowBuf memory;

  /** Takes over one reference to the memory, which must hold the whole shape. */
  public Tensor(TensorType type, Shape shape, ArrowBuf memory) {
    long bytes = Math.multiplyExact(shape.elements(), type.bytes());
    if (!(memory.capacity() >= bytes)) {
      throw new IllegalArgumentException(
          "Cannot hold " + type + " " + shape + " in " + memory.capacity() + " bytes");
    }
    this.type = type;
    this.shape = shape;
    this.memory = memory;
  }

  /** A tensor of new memory whose contents are not set. */
  public static Tensor allocate(BufferAllocator allocator, TensorType type, Shape shape) {
    return new Tensor(
        type, shape, allocator.buffer(Math.multiplyExact(shape.elements(), type.bytes())));
  }

  public TensorType type() {
    return type;
  }

  /** Includes the batch, as the first extent. */
  public Shape shape() {
    return shape;
  }

  public ArrowBuf memory() {
    return memory;
  }

  public long bytes() {
    return shape.elements() * type.bytes();
  }

  /**
   * The same memory as a buffer in the machine's byte order, from the first element to the last.
   */
  public ByteBuffer buffer() {
    return memory.nioBuffer(0, Math.toIntExact(bytes())).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    memory.close();
  }
}
