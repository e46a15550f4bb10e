package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.data.Tensor;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;

/** A network for one thread, which closes it. */
public interface Forward extends AutoCloseable {
  /**
   * Runs one batch.
   *
   * @param inputs float32, in the network's order, all of one batch size; read where they lie
   * @return the outputs, in the network's order; the caller closes them
   */
  List<Tensor> run(List<Tensor> inputs, BufferAllocator allocator);

  @Override
  void close();
}
