package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.columnar.RowBlock;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/**
 * A kind of state. Metrics whose kinds have equal ids share one state: what derives from the
 * confusion matrix is counted once.
 */
public interface StateKind {
  /** In kebab-case; within one task and its settings, equal ids mean equal states. */
  String id();

  /** The label and outcome columns it reads; without one of them its metrics are undefined. */
  List<String> columns();

  /** A state that saw nothing; merging it changes nothing. */
  MetricState empty();

  /**
   * Reads what {@link MetricState#write} wrote.
   *
   * @throws IOException for another version, or bytes that are no such state
   */
  MetricState read(DataInput in) throws IOException;

  /**
   * Looks up the columns' arrays once, for all rows of the two blocks. Weights are the column
   * {@link io.github.steelyard.engine.task.ExampleColumns#WEIGHT}.
   *
   * @param examples has the labels
   * @param outcomes has one row for each example, in the same order
   */
  RowAccumulator accumulator(RowBlock examples, RowBlock outcomes);
}
