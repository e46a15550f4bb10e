package io.github.steelyard.engine.dl4j.forward.running;

import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.cpu.nativecpu.buffer.BaseCpuDataBuffer;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's buffers over batches, which lie in another place each time. */
public final class InputBuffers implements AutoCloseable {
  private final List<DataBuffer> buffers;

  public InputBuffers(List<BorrowedFloats> batch) {
    buffers = batch.stream().map(InputBuffers::over).toList();
  }

  /** A buffer over memory that somebody else owns. */
  public static DataBuffer over(BorrowedFloats floats) {
    return Nd4j.createBuffer(
        floats, DataType.FLOAT, floats.capacity(), FloatIndexer.create(floats));
  }

  public DataBuffer buffer(int input) {
    return buffers.get(input);
  }

  /** Operations are bound to the buffers, which now show other memory. */
  public void show(List<BorrowedFloats> batch) {
    for (int i = 0; i < buffers.size(); i++) {
      BorrowedFloats floats = batch.get(i);
      ((BaseCpuDataBuffer) buffers.get(i))
          .getOpaqueDataBuffer()
          .setPrimaryBuffer(floats, floats.capacity());
    }
  }

  /** Frees what describes the inputs, not their memory. */
  @Override
  public void close() {
    buffers.forEach(DataBuffer::close);
  }
}
