package io.github.steelyard.engine.task;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.Labelling;
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

  /** Whether labels are names of a label map; where they are numbers, the map is empty. */
  default boolean hasClasses() {
    return true;
  }

  /** Whether each example is of one class, no more and no less. */
  default boolean oneClassEach() {
    return false;
  }

  /**
   * How labels are read, kept and counted.
   *
   * @param texts what stands for each class in the source; {@link LabelMap#NONE} without classes
   */
  Labelling labelling(LabelMap texts);

  /** What a model's numbers may be; the first one holds where nothing is said. */
  List<OutputKind> outputKinds();

  /**
   * The metrics that leaderboards show. By the first one models are ranked, its gap is shown, and
   * it, or 1 less it where higher is better, is the error under shifts.
   */
  List<Headline> headlines();

  /** How many requests to the engine one example makes; 1 but for tasks that try alternatives. */
  default int requestsPerExample(TaskSettings settings) {
    return 1;
  }

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
