package io.github.steelyard.engine.dl4j.samediff;

/**
 * A SameDiff file cannot be used; the message is the rest of a sentence that begins with the model.
 */
public final class SameDiffException extends Exception {
  private static final long serialVersionUID = 1L;

  SameDiffException(String problem) {
    super(problem);
  }

  SameDiffException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
