package io.github.steelyard.engine.inference;

/** A model's weights, loaded once for each process and shared by its threads. */
public interface LoadedModel extends AutoCloseable {
  ModelProfile profile();

  /** An engine for one thread, on the shared weights. */
  InferenceEngine newEngine();

  /** Frees the weights; engines opened on it must be closed before. */
  @Override
  void close();
}
