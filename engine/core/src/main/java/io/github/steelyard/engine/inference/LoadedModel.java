package io.github.steelyard.engine.inference;

import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.List;

/** A model's weights, loaded once for each process and shared by its threads. */
public interface LoadedModel extends AutoCloseable {
  ModelProfile profile();

  /** What is remarkable about how it runs here, such as slower ways taken, and why. */
  default List<String> notes() {
    return List.of();
  }

  /** Bytes that all its engines share: the weights, and copies in another order where there are. */
  default long sharedBytes() {
    return profile().weightBytes();
  }

  /** An engine for one thread, on the shared weights. */
  InferenceEngine newEngine();

  /** Frees the weights; engines opened on it must be closed before. */
  @Override
  void close();
}
