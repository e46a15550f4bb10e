package io.github.steelyard.datasets.column;

import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.DataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Collects the features of one record after another as the bytes of an input. */
public final class FeatureValues {
  private static final int MOST_BYTES = 64 << 20;
  private static final int FIRST_CAPACITY = 256;

  private final TensorType type;
  private ByteBuffer bytes =
      ByteBuffer.allocate(FIRST_CAPACITY * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private String place = "";
  private String column = "";
  private int element;

  FeatureValues(TensorType type) {
    this.type = type;
  }

  void start(String recordPlace) {
    bytes.clear();
    place = recordPlace;
  }

  void column(String name) {
    column = name;
    element = -1;
  }

  byte[] finish() {
    if (bytes.hasRemaining()) {
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
    byte[] full = bytes.array();
    bytes = ByteBuffer.allocate(full.length).order(ByteOrder.LITTLE_ENDIAN);
    return full;
  }

  /** The numbers that follow are elements of a list. */
  public void list() {
    element = 0;
  }

  /** A number as text. */
  public void add(String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw unexpected("'" + text + "'");
    }
    add(value);
  }

  public void add(double value) {
    room(type.bytes());
    if (type == TensorType.UINT8) {
      if (!(value >= 0 && value <= 255 && value == Math.rint(value))) {
        throw unexpected(Double.toString(value));
      }
      bytes.put((byte) (int) value);
    } else {
      // Finite as a double is not enough: 1e39 is too large for a float32.
      if (!Float.isFinite((float) value)) {
        throw unexpected(Double.toString(value));
      }
      bytes.putFloat((float) value);
    }
    if (element >= 0) {
      element++;
    }
  }

  /** All numbers of a binary column: unsigned bytes, or float32 little-endian. */
  public void add(byte[] binary) {
    list();
    if (type == TensorType.UINT8) {
      room(binary.length);
      bytes.put(binary);
      return;
    }
    if (binary.length % Float.BYTES != 0) {
      throw new DataException(
          where(), "expected float32 numbers of 4 bytes. Found: " + binary.length + " bytes");
    }
    int infinite = FiniteFloats.firstOther(binary);
    if (infinite >= 0) {
      element = infinite;
      throw unexpected(Float.toString(FiniteFloats.value(binary, infinite)));
    }
    room(binary.length);
    bytes.put(binary);
    element = binary.length / Float.BYTES;
  }

  /** All numbers of an array, after those that came before in its column. */
  public void add(float[] values) {
    if (type == TensorType.UINT8) {
      for (float value : values) {
        add((double) value);
      }
      return;
    }
    int infinite = FiniteFloats.firstOther(values);
    if (infinite >= 0) {
      element += infinite;
      throw unexpected(Float.toString(values[infinite]));
    }
    room(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    bytes.position(bytes.position() + values.length * Float.BYTES);
    element += values.length;
  }

  /** The same of double precision. */
  public void add(double[] values) {
    for (double value : values) {
      add(value);
    }
  }

  /** Something that is no number stands there. */
  public DataException unexpected(String found) {
    String expected = type == TensorType.UINT8 ? "a whole number from 0 to 255" : "a finite number";
    return new DataException(where(), "expected " + expected + ". Found: " + found);
  }

  private String where() {
    String inColumn = place + ", column '" + column + "'";
    return element < 0 ? inColumn : inColumn + ", element " + element;
  }

  private void room(int more) {
    if (bytes.remaining() >= more) {
      return;
    }
    if ((long) bytes.position() + more > MOST_BYTES) {
      throw new DataException(place, "expected features of at most 64 MB");
    }
    int capacity = Math.max(2 * bytes.capacity(), bytes.position() + more);
    ByteBuffer grown = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    bytes = grown.put(bytes.flip());
  }
}
