package io.github.steelyard.engine.onnxruntime;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/** Memory that one run of a session needs besides its batch and its predictions. */
final class Scratch implements AutoCloseable {
  private final BufferAllocator allocator;
  private final List<ArrowBuf> memory = new ArrayList<>(0);

  Scratch(BufferAllocator allocator) {
    this.allocator = allocator;
  }

  ArrowBuf zeros(long bytes) {
    ArrowBuf zeros = allocator.buffer(bytes);
    memory.add(zeros);
    zeros.setZero(0, bytes);
    return zeros;
  }

  @Override
  public void close() {
    memory.forEach(ArrowBuf::close);
  }
}
