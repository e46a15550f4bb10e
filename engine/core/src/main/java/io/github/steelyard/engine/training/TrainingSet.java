package io.github.steelyard.engine.training;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import java.nio.FloatBuffer;

/** Preprocessed training examples, held in memory. */
public interface TrainingSet {
  int size();

  /** The name of the task that is learnt. */
  String task();

  /** The classes; {@link LabelMap#NONE} where labels are numbers. */
  LabelMap labels();

  /** Of one preprocessed example: {@code [channels, height, width]} or {@code [features]}. */
  Shape exampleShape();

  /**
   * Puts one preprocessed example at the buffer's position, {@code exampleShape().elements()}
   * floats.
   */
  void put(int index, FloatBuffer target);

  /** How many numbers a model answers with for one example, at least 1. */
  int outputs();

  /** Puts the answer that is wanted of one example, {@link #outputs} numbers, likewise. */
  void putTarget(int index, FloatBuffer target);
}
