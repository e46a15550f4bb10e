package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.network.NetworkFiles;
import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * What every arm of a benchmark of engines does in one round: runs a network on {@code batches}
 * batches, {@code repeats} times over.
 *
 * @param network its name, with everything that decides its weights
 * @param inputShape of one example
 * @param classes numbers that come out for each example
 * @param batch examples of one batch
 */
public record Work(
    String network,
    Shape inputShape,
    int classes,
    int batch,
    int batches,
    int repeats,
    NetworkFiles.Configuration configuration) {
  private static final long SEED = 20260102;
  private static final int CHUNK_BYTES = 1 << 20;

  long examplesPerRound() {
    return (long) batch * batches * repeats;
  }

  public NetworkFiles files(Workplace workplace) throws IOException {
    return NetworkFiles.of(network, inputShape, configuration, workplace);
  }

  /** The inputs of all batches, float32 in 0..1 in the machine's byte order. */
  Path inputs(Workplace workplace) throws IOException {
    long elements = (long) batch * batches * inputShape.elements();
    return workplace.file("inputs/uniform-" + elements + ".bin", file -> write(file, elements));
  }

  long batchBytes() {
    return batch * inputShape.elements() * Float.BYTES;
  }

  private static void write(Path file, long elements) throws IOException {
    Random random = new Random(SEED);
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.nativeOrder());
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (long left = elements; left > 0; ) {
        for (; left > 0 && chunk.hasRemaining(); left--) {
          chunk.putFloat(random.nextFloat());
        }
        chunk.flip();
        while (chunk.hasRemaining()) {
          channel.write(chunk);
        }
        chunk.clear();
      }
    }
  }
}
