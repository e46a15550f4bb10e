package io.github.steelyard.engine.columnar.plain;

import java.nio.ByteBuffer;
import org.apache.parquet.column.statistics.Statistics;

/** An array of numbers of one type, copied in stretches. */
public interface Numbers {
  /** Bytes of one number. */
  int width();

  /** Puts a stretch at the target's position, which moves on, in the target's byte order. */
  void copy(int first, int count, ByteBuffer target);

  /** Lets the least and the greatest of a stretch of at least one number count. */
  void describe(int first, int count, Statistics<?> statistics);

  static Numbers of(int[] values) {
    return new Ints(values);
  }

  static Numbers of(long[] values) {
    return new Longs(values);
  }

  static Numbers of(float[] values) {
    return new Floats(values);
  }

  static Numbers of(double[] values) {
    return new Doubles(values);
  }

  /** Of {@code int[]}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Ints(int[] values) implements Numbers {
    @Override
    public int width() {
      return Integer.BYTES;
    }

    @Override
    public void copy(int first, int count, ByteBuffer target) {
      target.asIntBuffer().put(values, first, count);
      target.position(target.position() + count * width());
    }

    @Override
    public void describe(int first, int count, Statistics<?> statistics) {
      int least = values[first];
      int greatest = values[first];
      for (int i = first + 1; i < first + count; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
  }

  /** Of {@code long[]}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Longs(long[] values) implements Numbers {
    @Override
    public int width() {
      return Long.BYTES;
    }

    @Override
    public void copy(int first, int count, ByteBuffer target) {
      target.asLongBuffer().put(values, first, count);
      target.position(target.position() + count * width());
    }

    @Override
    public void describe(int first, int count, Statistics<?> statistics) {
      long least = values[first];
      long greatest = values[first];
      for (int i = first + 1; i < first + count; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
  }

  /** Of {@code float[]}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Floats(float[] values) implements Numbers {
    @Override
    public int width() {
      return Float.BYTES;
    }

    @Override
    public void copy(int first, int count, ByteBuffer target) {
      target.asFloatBuffer().put(values, first, count);
      target.position(target.position() + count * width());
    }

    @Override
    public void describe(int first, int count, Statistics<?> statistics) {
      float least = values[first];
      float greatest = values[first];
      for (int i = first + 1; i < first + count; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
  }

  /** Of {@code double[]}. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Doubles(double[] values) implements Numbers {
    @Override
    public int width() {
      return Double.BYTES;
    }

    @Override
    public void copy(int first, int count, ByteBuffer target) {
      target.asDoubleBuffer().put(values, first, count);
      target.position(target.position() + count * width());
    }

    @Override
    public void describe(int first, int count, Statistics<?> statistics) {
      double least = values[first];
      double greatest = values[first];
      for (int i = first + 1; i < first + count; i++) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    }
  }
}
