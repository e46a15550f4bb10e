package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.Column;
import java.util.List;

/**
 * What a model is asked to do. Found by {@link java.util.ServiceLoader}; one class declares what a
 * task's labels are, how many requests an example makes, the reduction that runs beside the engine,
 * and the outcome columns that stay. Everything else (metrics, intervals, cascades) reads those
 * columns alone.
 */
public interface Task {
  /** The name a suite asks for: {@code classification}. */
  String name();

  /** Raised whenever the same answers give other outcomes; part of every prediction key. */
  int version();

  /**
   * The columns that an example's label takes in the prepared data; ids from {@link
   * ExampleColumns#FIRST_LABEL_ID}.
   */
  List<Column> labelColumns();

  /** How many requests to the engine one example makes; 1 but for tasks that try alternatives. */
  int requestsPerExample(TaskSettings settings);

  /**
   * What is kept of each answer; the first column is the example's ordinal. The first nullable
   * column of a primitive type has a value wherever the example was scored: readers may look at it
   * alone.
   */
  List<Column> outcomeColumns(TaskSettings settings);

  OutcomeReducer reducer(TaskSettings settings);

  /** What tells how far two models' outcomes are apart. */
  OutcomeComparison comparison();
}
