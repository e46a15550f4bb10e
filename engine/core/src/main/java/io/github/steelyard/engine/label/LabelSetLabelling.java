package io.github.steelyard.engine.label;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.DataException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Any number of labels, none among them: a mark, their number, and the index of each, ascending. A
 * training aims at 1 for each of them and 0 for all others.
 */
public final class LabelSetLabelling implements Labelling {
  private static final long serialVersionUID = 1L;

  /** Neither a class nor a number begins like this. */
  private static final long MARK = -3;

  private final Column column;
  private final Vocabulary labels;

  /**
   * @param column of type INT32_LIST
   * @param texts what stands for each label in the source
   */
  public LabelSetLabelling(Column column, LabelMap texts) {
    this.column = column;
    this.labels = new Vocabulary(texts, "labels");
  }

  @Override
  public byte[] read(List<String> texts, String place) {
    int[] indices = texts.stream().mapToInt(text -> labels.index(text, place)).sorted().toArray();
    for (int i = 1; i < indices.length; i++) {
      if (indices[i] == indices[i - 1]) {
        throw new DataException(
            place, "expected each label once. Found: " + String.join(", ", texts));
      }
    }
    return bytes(indices);
  }

  private static byte[] bytes(int[] indices) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES * (1 + indices.length))
            .putLong(MARK)
            .putInt(indices.length);
    IntStream.of(indices).forEach(bytes::putInt);
    return bytes.array();
  }

  @Override
  public void put(byte[] label, RowBlock examples, int row) {
    examples.intLists(column.name())[row] = classesOf(label);
  }

  @Override
  public byte[] bytes(RowBlock examples, int row) {
    return bytes(examples.intLists(column.name())[row]);
  }

  @Override
  public int classes() {
    return labels.size();
  }

  @Override
  public int[] classesOf(byte[] label) {
    ByteBuffer bytes = ByteBuffer.wrap(label).position(Long.BYTES);
    int[] indices = new int[bytes.getInt()];
    bytes.asIntBuffer().get(indices);
    return indices;
  }

  @Override
  public int outputs() {
    return labels.size();
  }

  @Override
  public void putTarget(byte[] label, FloatBuffer target) {
    Targets.putOnes(classesOf(label), outputs(), target);
  }
}
