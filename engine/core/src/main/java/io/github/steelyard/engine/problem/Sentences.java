package io.github.steelyard.engine.problem;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.hadoop.security.AccessControlException;

/** What was thrown, in words for a user: one line, without the names of classes. */
public final class Sentences {
  private Sentences() {}

  /** Our own sentences as they are; of anything else the {@link #reason}. */
  public static String of(Throwable problem) {
    String message = problem.getMessage();
    return problem instanceof BadInputException && message != null ? message : reason(problem);
  }

  /** Why something failed, as it can stand in brackets or after a colon. */
  public static String reason(Throwable problem) {
    if (problem instanceof AccessDeniedException || problem instanceof AccessControlException) {
      return "permission denied";
    }
    if (problem instanceof FileNotFoundException || problem instanceof NoSuchFileException) {
      // The JDK says a refusal in this way, too.
      boolean denied = String.valueOf(problem.getMessage()).endsWith("(Permission denied)");
      return denied ? "permission denied" : "there is no such file";
    }
    if (problem instanceof OutOfMemoryError) {
      return "there is not enough memory";
    }
    if (problem instanceof UncheckedIOException && problem.getCause() != null) {
      String cause = reason(problem.getCause());
      boolean own = !problem.getCause().toString().equals(problem.getMessage());
      return own ? firstLine(problem) + " (" + cause + ")" : cause;
    }
    String message = firstLine(problem);
    boolean tellsEnough = message.contains(" ") && !(problem instanceof Error);
    return tellsEnough ? message : words(problem) + (message.isEmpty() ? "" : ": " + message);
  }

  /** Without the class that a wrapper puts before the message of its cause. */
  private static String firstLine(Throwable problem) {
    String message = String.valueOf(problem.getMessage() == null ? "" : problem.getMessage());
    String line = message.lines().findFirst().orElse("").strip();
    return line.replaceAll("\\b(?:[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error): ", "");
  }

  /** {@code NoClassDefFoundError} as {@code no class def found error}. */
  private static String words(Throwable problem) {
    return problem
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
