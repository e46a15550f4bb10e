package io.github.steelyard.engine.training;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import java.nio.FloatBuffer;

/** Preprocessed training examples, held in memory. */
public interface TrainingSet {
  int size();

  LabelMap labels();

  /** Of one preprocessed example: {@code [channels, height, width]} or {@code [features]}. */
  Shape exampleShape();

  /**
   * Puts one preprocessed example at the buffer's position, {@code exampleShape().elements()}
   * floats.
   */
  void put(int index, FloatBuffer target);

  /** The class of one example. */
  int label(int index);
}
