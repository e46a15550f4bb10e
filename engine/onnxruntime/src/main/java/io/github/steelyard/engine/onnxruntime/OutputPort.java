package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/** Has a model write one of its outputs, which become float32. */
final class OutputPort implements AutoCloseable {
  private final Port port;
  private @Nullable ArrowBuf apart;

  OutputPort(TensorSpec spec) {
    this.port = new Port(spec);
  }

  String name() {
    return port.name();
  }

  Tensor allocate(BufferAllocator allocator, int examples) {
    return port.allocate(allocator, examples);
  }

  /** Where a run of {@code size} writes: the predictions, or memory from which they are taken. */
  OnnxTensor write(Tensor predictions, int from, int examples, int size, Scratch scratch)
      throws OrtException {
    if (port.number() == OnnxNumber.FLOAT32 && examples == size) {
      apart = null;
      return port.over(predictions.memory(), from, size);
    }
    ArrowBuf memory = scratch.zeros(port.bytes(size));
    apart = memory;
    return port.over(memory, 0, size);
  }

  /** After the run, before what is scratch is freed. */
  void finish(Tensor predictions, int from, int examples) {
    ArrowBuf memory = apart;
    if (memory != null) {
      long width = port.numbers() * Float.BYTES;
      port.number()
          .convert(
              Port.buffer(memory, 0, port.bytes(examples)),
              OnnxNumber.FLOAT32,
              Port.buffer(predictions.memory(), from * width, examples * width),
              Math.toIntExact(examples * port.numbers()));
    }
    apart = null;
  }

  @Override
  public void close() {
    port.close();
  }
}
