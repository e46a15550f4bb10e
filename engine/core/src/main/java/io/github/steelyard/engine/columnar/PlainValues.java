package io.github.steelyard.engine.columnar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.ValuesReader;

/** Numbers of a fixed width, one after the other; Parquet's own reader goes byte by byte. */
final class PlainValues extends ValuesReader {
  private final int bytesEach;
  private ByteBuffer memory = ByteBuffer.allocate(0);

  PlainValues(int bytesEach) {
    this.bytesEach = bytesEach;
  }

  @Override
  public void initFromPage(int valueCount, ByteBufferInputStream in) throws IOException {
    memory = in.slice(in.available()).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public int readInteger() {
    return memory.getInt();
  }

  @Override
  public long readLong() {
    return memory.getLong();
  }

  @Override
  public float readFloat() {
    return memory.getFloat();
  }

  /** Fills an array with the next numbers. */
  void read(float[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = memory.getFloat(memory.position() + Float.BYTES * i);
    }
    memory.position(memory.position() + Float.BYTES * numbers.length);
  }

  /** Fills a stretch of an array with the next numbers. */
  void read(long[] numbers, int first, int count) {
    memory.asLongBuffer().get(numbers, first, count);
    memory.position(memory.position() + Long.BYTES * count);
  }

  /** Fills a stretch of an array with the next numbers. */
  void read(double[] numbers, int first, int count) {
    memory.asDoubleBuffer().get(numbers, first, count);
    memory.position(memory.position() + Double.BYTES * count);
  }

  @Override
  public double readDouble() {
    return memory.getDouble();
  }

  @Override
  public void skip() {
    memory.position(memory.position() + bytesEach);
  }
}
