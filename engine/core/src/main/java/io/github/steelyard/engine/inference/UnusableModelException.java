package io.github.steelyard.engine.inference;

import org.jspecify.annotations.Nullable;

/**
 * A model file cannot be used; the message is the rest of a sentence that begins with the model.
 * The provider, which knows the model's name, turns it into a {@code ModelException}.
 */
public final class UnusableModelException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_CAUSE = 300;

  public UnusableModelException(String problem) {
    super(problem);
  }

  public UnusableModelException(String problem, Throwable cause) {
    super(problem, cause);
  }

  /** What a library said, cut down to its first line. */
  public static String firstLine(Throwable cause) {
    @Nullable String message = cause.getMessage();
    String text =
        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    String line = text.lines().findFirst().orElse(text).strip();
    return line.length() <= LONGEST_CAUSE ? line : line.substring(0, LONGEST_CAUSE) + "...";
  }
}
