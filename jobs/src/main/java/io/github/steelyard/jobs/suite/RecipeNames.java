package io.github.steelyard.jobs.suite;

import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names recipes after what tells them apart: the architecture, then each axis that has more than
 * one value in the family, in a fixed order. Different recipes get different names.
 */
final class RecipeNames {
  private static final List<Function<TrainingRecipe, String>> AXES =
      List.of(
          recipe -> "w" + recipe.width(),
          recipe -> "d" + recipe.depth(),
          recipe -> recipe.examples() == 0 ? "all" : "n" + recipe.examples(),
          recipe -> "e" + recipe.epochs(),
          recipe -> "lr" + recipe.learningRate(),
          recipe -> "b" + recipe.batchSize(),
          recipe -> recipe.residual() ? "residual" : "",
          recipe -> recipe.batchNormalization() ? "norm" : "",
          recipe -> recipe.dropout() == 0 ? "" : "drop" + recipe.dropout(),
          recipe -> "s" + recipe.seed());

  private final List<Function<TrainingRecipe, String>> varying;

  RecipeNames(List<TrainingRecipe> family) {
    varying =
        AXES.stream().filter(axis -> family.stream().map(axis).distinct().count() > 1).toList();
  }

  String name(TrainingRecipe recipe) {
    return recipe.architecture()
        + varying.stream()
            .map(axis -> axis.apply(recipe))
            .filter(part -> !part.isEmpty())
            .map(part -> "-" + part)
            .collect(Collectors.joining());
  }
}
