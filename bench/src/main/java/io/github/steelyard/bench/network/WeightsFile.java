package io.github.steelyard.bench.network;

import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Writes weights one after the other, each at a page's beginning, so that it can be mapped. */
final class WeightsFile implements AutoCloseable {
  private static final long PAGE_BYTES = 4096;

  private final FileChannel channel;
  private final List<StoredWeight> weights = new ArrayList<>();
  private long end;

  WeightsFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Appends a tensor as the shape given, which must hold as many numbers. */
  void add(String name, Shape shape, INDArray values) throws IOException {
    if (!(values.length() == shape.elements())) {
      throw new IllegalArgumentException(
          "Cannot store " + values.length() + " numbers of '" + name + "' as " + shape);
    }
    StoredWeight weight = new StoredWeight(name, shape, end);
    INDArray dense = values.dup('c');
    ByteBuffer bytes = dense.data().asNio();
    long position = weight.offset();
    while (bytes.hasRemaining()) {
      position += channel.write(bytes, position);
    }
    if (!(position == weight.offset() + weight.bytes())) {
      throw new IOException("Wrote " + position + " bytes up to '" + name + "': expected float32");
    }
    dense.close();
    weights.add(weight);
    end = (position + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
  }

  List<StoredWeight> weights() {
    return weights;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
