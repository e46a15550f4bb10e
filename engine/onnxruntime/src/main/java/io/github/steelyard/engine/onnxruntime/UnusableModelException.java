package io.github.steelyard.engine.onnxruntime;

import org.jspecify.annotations.Nullable;

/**
 * A model file cannot be used; the message is the rest of a sentence that begins with the model.
 * The provider, which knows the model's name, turns it into a {@code ModelException}.
 */
final class UnusableModelException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_CAUSE = 300;

  UnusableModelException(String problem) {
    super(problem);
  }

  UnusableModelException(String problem, Throwable cause) {
    super(problem, cause);
  }

  /** What a library said, cut down to its first line. */
  static String firstLine(Throwable cause) {
    @Nullable String message = cause.getMessage();
    String text =
        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    String line = text.lines().findFirst().orElse(text).strip();
    return line.length() <= LONGEST_CAUSE ? line : line.substring(0, LONGEST_CAUSE) + "...";
  }
}
