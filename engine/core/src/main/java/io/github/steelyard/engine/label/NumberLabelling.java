package io.github.steelyard.engine.label;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.DataException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/** One finite number: a mark and the 8 bytes of a double. A training aims at it as a float32. */
public final class NumberLabelling implements Labelling {
  private static final long serialVersionUID = 1L;

  /** No class has a negative index, so that no class begins like this. */
  private static final long MARK = -2;

  private static final int[] NONE = {};

  private final Column column;

  /**
   * @param column of type FLOAT64
   */
  public NumberLabelling(Column column) {
    this.column = column;
  }

  @Override
  public byte[] read(List<String> texts, String place) {
    if (texts.size() != 1) {
      throw new DataException(
          place,
          "expected one number as the label. Found: "
              + (texts.isEmpty() ? "none" : String.join(", ", texts)));
    }
    double number;
    try {
      number = Double.parseDouble(texts.get(0));
    } catch (NumberFormatException e) {
      throw refused(texts.get(0), place);
    }
    // A training gets it as a float32.
    if (!Float.isFinite((float) number)) {
      throw refused(texts.get(0), place);
    }
    return bytes(number);
  }

  private static DataException refused(String found, String place) {
    return new DataException(
        place, "expected a finite number as the label. Found: '" + found + "'");
  }

  private static byte[] bytes(double number) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(MARK).putDouble(number).array();
  }

  private static double number(byte[] label) {
    return ByteBuffer.wrap(label).getDouble(Long.BYTES);
  }

  @Override
  public void put(byte[] label, RowBlock examples, int row) {
    examples.doubles(column.name())[row] = number(label);
  }

  @Override
  public byte[] bytes(RowBlock examples, int row) {
    return bytes(examples.doubles(column.name())[row]);
  }

  @Override
  public int classes() {
    return 0;
  }

  @Override
  public int[] classesOf(byte[] label) {
    return NONE;
  }

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public void putTarget(byte[] label, FloatBuffer target) {
    target.put((float) number(label));
  }
}
