package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.reports.run.unit.ModelRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Models that one recipe gave under several seeds.
 *
 * @param name what their names have in common, or the recipe in words
 * @param models at least two
 */
record Seeds(String name, List<String> models) {
  private record Recipe(@Nullable String family, TrainingRecipe recipe) {}

  /** The groups among these models, in the order of their first members. */
  static List<Seeds> among(Collection<ModelRow> models) {
    Map<Recipe, List<ModelRow>> groups = new LinkedHashMap<>();
    for (ModelRow model : models) {
      TrainingRecipe recipe = model.recipe();
      if (recipe != null) {
        groups
            .computeIfAbsent(
                new Recipe(model.family(), withoutSeed(recipe)), any -> new ArrayList<>())
            .add(model);
      }
    }
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() > 1)
        .map(
            group ->
                new Seeds(
                    commonName(group.getKey().recipe(), group.getValue()),
                    group.getValue().stream().map(ModelRow::name).toList()))
        .toList();
  }

  private static TrainingRecipe withoutSeed(TrainingRecipe recipe) {
    return new TrainingRecipe(
        recipe.architecture(),
        recipe.width(),
        recipe.depth(),
        recipe.examples(),
        recipe.epochs(),
        0,
        recipe.learningRate(),
        recipe.batchSize(),
        recipe.residual(),
        recipe.batchNormalization(),
        recipe.dropout());
  }

  private static String commonName(TrainingRecipe recipe, List<ModelRow> models) {
    List<String> names = models.stream().map(Seeds::withoutSeed).distinct().toList();
    return names.size() == 1 && !names.get(0).isEmpty() ? names.get(0) : words(recipe);
  }

  /** {@code mlp-64} for the model {@code mlp-64-seed3} or {@code mlp-64-s3} of seed 3. */
  private static String withoutSeed(ModelRow model) {
    long seed = Objects.requireNonNull(model.recipe()).seed();
    return model.name().replaceFirst("[-_.](?:seed|s)?[-_=]?" + seed + "$", "");
  }

  private static String words(TrainingRecipe recipe) {
    return recipe.architecture() + " width " + recipe.width() + " depth " + recipe.depth();
  }

  /** {@code 0.9712 (0.9701 to 0.9723)}, or none where one of the values is not there. */
  static String spread(Collection<@Nullable Double> values) {
    if (values.stream().anyMatch(Objects::isNull)) {
      return Figures.NONE;
    }
    var statistics =
        values.stream()
            .map(Objects::requireNonNull)
            .collect(Collectors.summarizingDouble(Double::doubleValue));
    return "%s (%s to %s)"
        .formatted(
            Figures.decimal(statistics.getAverage()),
            Figures.decimal(statistics.getMin()),
            Figures.decimal(statistics.getMax()));
  }
}
