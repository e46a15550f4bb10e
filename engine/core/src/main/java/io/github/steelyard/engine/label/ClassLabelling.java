package io.github.steelyard.engine.label;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.DataException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/** One class: 8 bytes, its index. A training aims at 1 for it and 0 for all others. */
public final class ClassLabelling implements Labelling {
  private static final long serialVersionUID = 1L;

  private final Column column;
  private final Vocabulary classes;

  /**
   * @param column of type INT32
   * @param texts what stands for each class in the source
   */
  public ClassLabelling(Column column, LabelMap texts) {
    this.column = column;
    this.classes = new Vocabulary(texts, "classes");
  }

  @Override
  public byte[] read(List<String> texts, String place) {
    if (texts.isEmpty() || texts.get(0).isEmpty()) {
      throw new DataException(place, "has no label");
    }
    if (texts.size() > 1) {
      throw new DataException(
          place, "expected one class. Found: " + texts.size() + ", " + String.join(", ", texts));
    }
    return bytes(classes.index(texts.get(0), place));
  }

  private static byte[] bytes(long index) {
    return ByteBuffer.allocate(Long.BYTES).putLong(index).array();
  }

  private static int index(byte[] label) {
    return (int) ByteBuffer.wrap(label).getLong();
  }

  @Override
  public void put(byte[] label, RowBlock examples, int row) {
    examples.ints(column.name())[row] = index(label);
  }

  @Override
  public byte[] bytes(RowBlock examples, int row) {
    return bytes(examples.ints(column.name())[row]);
  }

  @Override
  public int classes() {
    return classes.size();
  }

  @Override
  public int[] classesOf(byte[] label) {
    return new int[] {index(label)};
  }

  @Override
  public int outputs() {
    return classes.size();
  }

  @Override
  public void putTarget(byte[] label, FloatBuffer target) {
    Targets.putOnes(classesOf(label), outputs(), target);
  }
}
