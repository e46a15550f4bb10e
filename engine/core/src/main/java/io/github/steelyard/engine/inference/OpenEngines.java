package io.github.steelyard.engine.inference;

import java.util.function.Function;

/**
 * Counts the engines that are open on a model's weights, which are freed with the last one once the
 * model is closed: an engine that is still open would read freed memory and end the JVM.
 */
public final class OpenEngines {
  private final String model;
  private final Runnable free;
  private int engines;
  private boolean closed;
  private boolean freed;

  /**
   * @param free frees the weights; runs once
   */
  public OpenEngines(String model, Runnable free) {
    this.model = model;
    this.free = free;
  }

  /**
   * Opens one more.
   *
   * @param opening makes an engine which runs what it is given when it is closed, once
   * @throws IllegalStateException when the model is closed
   */
  public synchronized InferenceEngine open(Function<Runnable, InferenceEngine> opening) {
    if (closed) {
      throw new IllegalStateException("Cannot open an engine on the closed model '" + model + "'");
    }
    InferenceEngine engine = opening.apply(this::released);
    engines++;
    return engine;
  }

  private synchronized void released() {
    engines--;
    freeUnused();
  }

  /** Closes the model; further calls change nothing. */
  public synchronized void close() {
    closed = true;
    freeUnused();
  }

  private void freeUnused() {
    if (closed && engines == 0 && !freed) {
      freed = true;
      free.run();
    }
  }
}
