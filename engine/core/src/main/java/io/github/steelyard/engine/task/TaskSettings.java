package io.github.steelyard.engine.task;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.inference.Precision;
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
 */
public record TaskSettings(
    LabelMap labels,
    OutputKind outputs,
    List<Integer> outputClasses,
    boolean allScores,
    Precision precision)
    implements Serializable {
  public TaskSettings {
    outputClasses = List.copyOf(outputClasses);
  }

  /** Of a model that computes in float32. */
  public TaskSettings(
      LabelMap labels, OutputKind outputs, List<Integer> outputClasses, boolean allScores) {
    this(labels, outputs, outputClasses, allScores, Precision.FLOAT32);
  }
}
