package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.inference.UnusableModelException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.indexer.Bfloat16Indexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Reads {@code coefficients.bin}: a shape buffer, then the data buffer, both as allocation mode,
 * length, type and big-endian elements. ND4J's own reader allocates whatever a file asks for and
 * reads element by element; this one takes only the number that the configuration needs.
 */
final class Coefficients {
  /** Allocation modes whose lengths are four bytes; the later ones take eight. */
  private static final List<String> SHORT_LENGTHS = List.of("DIRECT", "HEAP", "JAVACPP");

  private static final List<String> LONG_LENGTHS = List.of("LONG_SHAPE", "MIXED_DATA_TYPES");

  /**
   * ND4J's shape buffers: rank, extents, strides and four more numbers, for up to 32 dimensions.
   */
  private static final int LONGEST_SHAPE = 4 + 2 * 32;

  private static final List<String> FLOATING = List.of("FLOAT", "DOUBLE", "HALF", "BFLOAT16");

  private static final int CHUNK = 1 << 16;

  private Coefficients() {}

  /**
   * A row of {@code expected} parameters, as float32. Memory is only asked for when the stream can
   * fill it.
   *
   * @param bytes that the stream holds at most
   */
  static INDArray read(InputStream stream, long expected, long bytes)
      throws IOException, UnusableModelException {
    DataInputStream in = new DataInputStream(stream);
    try {
      long shapeLength = readLength(in);
      int shapeElement = elementBytes(in.readUTF());
      if (!(shapeLength >= 1 && shapeLength <= LONGEST_SHAPE)) {
        throw broken();
      }
      in.skipNBytes(shapeLength * shapeElement);
      long length = readLength(in);
      String type = in.readUTF();
      if (length != expected) {
        throw new UnusableModelException(
            "it holds " + length + " parameters, but its configuration asks for " + expected);
      }
      if (!FLOATING.contains(type)) {
        throw broken();
      }
      if (length > bytes / elementBytes(type)) {
        throw new EOFException();
      }
      return readElements(in, type, length);
    } catch (EOFException e) {
      throw new UnusableModelException("its coefficients.bin ends too early", e);
    }
  }

  private static INDArray readElements(DataInputStream in, String type, long length)
      throws IOException, UnusableModelException {
    int bytes = elementBytes(type);
    INDArray row = Nd4j.createUninitializedDetached(DataType.FLOAT, 1, length);
    Sink target = sink(row);
    byte[] chunk = new byte[CHUNK * bytes];
    ByteBuffer source = ByteBuffer.wrap(chunk);
    float[] floats = new float[CHUNK];
    boolean whole = false;
    try {
      for (long done = 0; done < length; ) {
        int count = (int) Math.min(CHUNK, length - done);
        in.readFully(chunk, 0, count * bytes);
        for (int i = 0; i < count; i++) {
          floats[i] = element(source, i * bytes, type);
        }
        target.put(done, floats, 0, count);
        done += count;
      }
      whole = true;
      return row;
    } finally {
      if (!whole) {
        row.close();
      }
    }
  }

  /** Takes the first {@code count} of the floats for the places from {@code at} on. */
  private interface Sink {
    void put(long at, float[] floats, int offset, int count);
  }

  private static Sink sink(INDArray row) {
    if (Nd4j.getEnvironment().isCPU()) {
      return ((FloatIndexer) row.data().indexer())::put;
    }
    // On a GPU the numbers must go through ND4J, which alone knows where they are.
    return (at, floats, offset, count) -> {
      INDArray part = Nd4j.createFromArray(Arrays.copyOfRange(floats, offset, offset + count));
      row.get(NDArrayIndex.point(0), NDArrayIndex.interval(at, at + count)).assign(part);
      part.close();
    };
  }

  private static float element(ByteBuffer source, int at, String type) {
    return switch (type) {
      case "DOUBLE" -> (float) source.getDouble(at);
      case "HALF" -> HalfIndexer.toFloat(source.getShort(at));
      case "BFLOAT16" -> Bfloat16Indexer.toFloat(source.getShort(at));
      default -> source.getFloat(at);
    };
  }

  private static int elementBytes(String type) throws UnusableModelException {
    return switch (type) {
      case "DOUBLE", "LONG" -> 8;
      case "FLOAT", "INT" -> 4;
      case "HALF", "BFLOAT16" -> 2;
      default -> throw broken();
    };
  }

  private static long readLength(DataInputStream in) throws IOException, UnusableModelException {
    String mode = in.readUTF();
    if (SHORT_LENGTHS.contains(mode)) {
      return in.readInt();
    }
    if (LONG_LENGTHS.contains(mode)) {
      return in.readLong();
    }
    throw broken();
  }

  private static UnusableModelException broken() {
    return new UnusableModelException("its coefficients.bin is not an ND4J array of numbers");
  }
}
