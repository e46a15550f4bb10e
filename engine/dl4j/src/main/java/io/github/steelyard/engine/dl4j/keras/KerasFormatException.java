package io.github.steelyard.engine.dl4j.keras;

/**
 * A Keras file cannot be used; the message is the rest of a sentence that begins with the model and
 * goes on with a way out.
 */
public final class KerasFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  KerasFormatException(String problem) {
    super(problem);
  }

  KerasFormatException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
