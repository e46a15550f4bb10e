package io.github.steelyard.engine.problem;

import org.jspecify.annotations.Nullable;

/**
 * Something a user gave us cannot be used: a model, a data file, a suite. The message is one
 * sentence that names what, where, and what was expected; it is shown as it is, without a stack
 * trace.
 */
public class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }

  public BadInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
