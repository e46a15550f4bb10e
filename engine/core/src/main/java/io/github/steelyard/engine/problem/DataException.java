package io.github.steelyard.engine.problem;

import org.jspecify.annotations.Nullable;

/** A data file, row or column cannot be used; the message begins with where it stands. */
public final class DataException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /**
   * @param place the file, and row or column where known: {@code iris.csv, row 17, column 'label'}
   * @param problem what is wrong there and what was expected, as the rest of the sentence
   */
  public DataException(String place, String problem) {
    this(place, problem, null);
  }

  public DataException(String place, String problem, @Nullable Throwable cause) {
    super(place + ": " + problem, cause);
  }
}
