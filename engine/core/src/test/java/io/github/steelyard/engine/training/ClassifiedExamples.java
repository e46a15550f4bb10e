package io.github.steelyard.engine.training;

import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.nio.FloatBuffer;

/** Examples of one class each. */
public interface ClassifiedExamples extends TrainingSet {
  /** The class of one example. */
  int label(int index);

  @Override
  default String task() {
    return ClassificationTask.NAME;
  }

  @Override
  default int outputs() {
    return labels().classes();
  }

  @Override
  default void putTarget(int index, FloatBuffer target) {
    for (int output = 0; output < outputs(); output++) {
      target.put(output == label(index) ? 1 : 0);
    }
  }
}
