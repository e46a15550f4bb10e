package io.github.steelyard.engine.label;

import io.github.steelyard.engine.columnar.RowBlock;
import java.io.Serializable;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * How the labels of one data set are read, kept, counted, and given to a training. Between reading
 * and keeping, a label travels as bytes, which also stand for it in the data's fingerprint: equal
 * labels are equal bytes, none begins another, and no two tasks share any. Safe for several
 * threads.
 */
public interface Labelling extends Serializable {
  /**
   * Reads what a source says of one example.
   *
   * @param texts the names, indices or number that stand there, in its order; may be empty
   * @param place of the example, for the sentence of an error
   * @throws io.github.steelyard.engine.problem.DataException when they are no label
   */
  byte[] read(List<String> texts, String place);

  /** Puts a label into its task's label columns. */
  void put(byte[] label, RowBlock examples, int row);

  /** The label in one row, as {@link #put} left it. */
  byte[] bytes(RowBlock examples, int row);

  /** How many classes there are to count; 0 where labels are no classes. */
  int classes();

  /** The classes that an example of this label is counted in, ascending. */
  int[] classesOf(byte[] label);

  /** How many numbers a model answers with for one example, at least 1. */
  int outputs();

  /**
   * Puts the answer that a training aims at, {@link #outputs} numbers, at the buffer's position.
   */
  void putTarget(byte[] label, FloatBuffer target);
}
