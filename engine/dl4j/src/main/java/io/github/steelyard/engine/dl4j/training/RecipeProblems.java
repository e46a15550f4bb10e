package io.github.steelyard.engine.dl4j.training;

import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.ArrayList;
import java.util.List;

/** What no architecture can work with. */
final class RecipeProblems {
  static final int MOST_WIDTH = 16_384;
  static final int MOST_DEPTH = 1_000;

  private RecipeProblems() {}

  static List<String> of(TrainingRecipe recipe) {
    List<String> problems = new ArrayList<>();
    check(problems, "width", recipe.width(), 1, MOST_WIDTH);
    check(problems, "depth", recipe.depth(), 1, MOST_DEPTH);
    check(problems, "number of examples", recipe.examples(), 0, Long.MAX_VALUE);
    check(problems, "number of epochs", recipe.epochs(), 1, Integer.MAX_VALUE);
    check(problems, "batch size", recipe.batchSize(), 1, Integer.MAX_VALUE);
    if (!(recipe.learningRate() > 0 && recipe.learningRate() < Double.POSITIVE_INFINITY)) {
      problems.add(
          "The learning rate has to be a number > 0, found " + recipe.learningRate() + ".");
    }
    if (!(recipe.dropout() >= 0 && recipe.dropout() < 1)) {
      problems.add("The dropout has to be >= 0 and < 1, found " + recipe.dropout() + ".");
    }
    if (recipe.batchNormalization() && recipe.batchSize() == 1) {
      problems.add("Batch normalization needs a batch size of at least 2, found 1.");
    }
    return problems;
  }

  private static void check(List<String> problems, String axis, long found, long least, long most) {
    if (!(found >= least && found <= most)) {
      problems.add(
          "The "
              + axis
              + " has to be >= "
              + least
              + (most < Integer.MAX_VALUE ? " and <= " + most : "")
              + ", found "
              + found
              + ".");
    }
  }
}
