package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.training.TrainingRecipe;

/** Recipes for tests: one epoch or as many as said, seed 1, minibatches of 16. */
public final class Recipes {
  private Recipes() {}

  public static TrainingRecipe plain(String architecture, int width, int depth) {
    return with(architecture, width, depth, false, false, 0);
  }

  public static TrainingRecipe residual(String architecture, int width, int depth) {
    return with(architecture, width, depth, true, false, 0);
  }

  public static TrainingRecipe normalized(String architecture, int width, int depth) {
    return with(architecture, width, depth, false, true, 0);
  }

  public static TrainingRecipe with(
      String architecture,
      int width,
      int depth,
      boolean residual,
      boolean batchNormalization,
      double dropout) {
    return new TrainingRecipe(
        architecture, width, depth, 0, 1, 1, 3e-3, 16, residual, batchNormalization, dropout);
  }

  public static TrainingRecipe trained(TrainingRecipe recipe, int epochs, long seed) {
    return new TrainingRecipe(
        recipe.architecture(),
        recipe.width(),
        recipe.depth(),
        recipe.examples(),
        epochs,
        seed,
        recipe.learningRate(),
        recipe.batchSize(),
        recipe.residual(),
        recipe.batchNormalization(),
        recipe.dropout());
  }
}
