package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds, in what Spark throws on the driver, the sentence that a task threw in an executor. */
public final class SparkFailures {
  private static final int MOST_CAUSES = 100;

  /** As Spark quotes an exception whose class or cause did not survive the wire. */
  private static final Pattern QUOTED =
      Pattern.compile(
          Pattern.quote(BadInputException.class.getPackageName()) + "\\.\\w+Exception: ([^\\n]+)");

  private SparkFailures() {}

  /** The bad input behind a failure, or empty where it is something else. */
  public static Optional<BadInputException> badInput(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof BadInputException found) {
        return Optional.of(found);
      }
      cause = cause.getCause();
    }
    Matcher quoted = QUOTED.matcher(String.valueOf(failure.getMessage()));
    return quoted.find()
        ? Optional.of(new BadInputException(quoted.group(1).strip(), failure))
        : Optional.empty();
  }
}
