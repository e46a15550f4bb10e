package io.github.steelyard.engine.inference;

import io.github.steelyard.engine.data.Batch;

/** Runs one model for one thread. */
public interface InferenceEngine extends AutoCloseable {
  /**
   * Runs the model on every example of the batch. The batch stays the caller's; the predictions
   * hold until the caller closes them and outlive the batch. Answers come in the batch's order.
   *
   * @throws io.github.steelyard.engine.problem.ModelException when the inputs do not fit the model
   */
  Predictions predict(Batch batch);

  @Override
  void close();
}
