package io.github.steelyard.engine.task;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.inference.device.Precision;
import java.io.Serializable;
import java.util.List;

/**
 * What a suite says about a task for one model.
 *
 * @param labels the data set's classes
 * @param outputs what the model's numbers are
 * @param outputClasses for each of the model's outputs the class it stands for, a permutation of
 *     {@code 0..classes-1}
 * @param allScores keep all scores of each example beyond 32 classes, too
 * @param precision what the model's numbers were computed in
 * @param labelled false where the examples' own labels are none of {@code labels}, as those of data
 *     that are foreign to the model: then no outcome depends on them
 */
public record TaskSettings(
    LabelMap labels,
    OutputKind outputs,
    List<Integer> outputClasses,
    boolean allScores,
    Precision precision,
    boolean labelled)
    implements Serializable {
  public TaskSettings {
    outputClasses = List.copyOf(outputClasses);
  }

  /** Of examples that have labels. */
  public TaskSettings(
      LabelMap labels,
      OutputKind outputs,
      List<Integer> outputClasses,
      boolean allScores,
      Precision precision) {
    this(labels, outputs, outputClasses, allScores, precision, true);
  }

  /** Of a model that computes in float32. */
  public TaskSettings(
      LabelMap labels, OutputKind outputs, List<Integer> outputClasses, boolean allScores) {
    this(labels, outputs, outputClasses, allScores, Precision.FLOAT32);
  }
}
