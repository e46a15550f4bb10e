package io.github.steelyard.jobs.suite.document;

import io.github.steelyard.engine.problem.BadInputException;
import java.util.List;

/**
 * A suite or family file cannot be used. Each problem is one sentence, {@code file:line:column:
 * key: Expecting ... Found: ...}, in the file's order; the message is all of them, one on each
 * line.
 */
public final class SuiteException extends BadInputException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  public SuiteException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** At least one. */
  public List<String> problems() {
    return problems;
  }
}
