package io.github.steelyard.engine.problem;

import org.jspecify.annotations.Nullable;

/** A model cannot be opened or run; the message begins with the model's name. */
public final class ModelException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /**
   * @param model the model's name in the suite
   * @param problem what is wrong with it and what was expected, as the rest of the sentence
   */
  public ModelException(String model, String problem) {
    this(model, problem, null);
  }

  public ModelException(String model, String problem, @Nullable Throwable cause) {
    super("Model '" + model + "': " + problem, cause);
  }
}
