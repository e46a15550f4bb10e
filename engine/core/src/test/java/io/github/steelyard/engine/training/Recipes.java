package io.github.steelyard.engine.training;

/** Recipes for tests: one epoch, seed 1 and minibatches of 16, unless changed. */
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

  public static TrainingRecipe trained(TrainingRecipe recipe, int epochs) {
    return changed(recipe, recipe.examples(), epochs, recipe.seed(), recipe.learningRate());
  }

  public static TrainingRecipe seeded(TrainingRecipe recipe, long seed) {
    return changed(recipe, recipe.examples(), recipe.epochs(), seed, recipe.learningRate());
  }

  public static TrainingRecipe limited(TrainingRecipe recipe, long examples) {
    return changed(recipe, examples, recipe.epochs(), recipe.seed(), recipe.learningRate());
  }

  public static TrainingRecipe learning(TrainingRecipe recipe, double rate) {
    return changed(recipe, recipe.examples(), recipe.epochs(), recipe.seed(), rate);
  }

  private static TrainingRecipe changed(
      TrainingRecipe recipe, long examples, int epochs, long seed, double learningRate) {
    return new TrainingRecipe(
        recipe.architecture(),
        recipe.width(),
        recipe.depth(),
        examples,
        epochs,
        seed,
        learningRate,
        recipe.batchSize(),
        recipe.residual(),
        recipe.batchNormalization(),
        recipe.dropout());
  }
}
