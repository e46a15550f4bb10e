package io.github.steelyard.jobs.suite;

import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Found;
import io.github.steelyard.jobs.suite.document.Key;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.FamilyKeys;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Reads axes and combines their values: one recipe for each combination. */
final class AxesReader {
  /** Beyond this a family is a mistake: no cluster trains so many. */
  static final int MOST_MODELS = 10_000;

  private final List<String> architectures;

  /**
   * @param architectures that the engine trains; empty where the engine is not known
   */
  AxesReader(List<String> architectures) {
    this.architectures = List.copyOf(architectures);
  }

  /** The combinations, seeds varying fastest; empty where something is wrong. */
  List<TrainingRecipe> read(BlockReader block) {
    List<String> names = architectures(block);
    List<Integer> widths = distinct(block, FamilyKeys.WIDTH);
    List<Integer> depths = distinct(block, FamilyKeys.DEPTH);
    List<Long> examples = distinct(block, FamilyKeys.EXAMPLES);
    List<Integer> epochs = distinct(block, FamilyKeys.EPOCHS);
    List<Long> seeds = distinct(block, FamilyKeys.SEEDS);
    List<Double> rates = distinct(block, FamilyKeys.LEARNING_RATE);
    List<Integer> batches = distinct(block, FamilyKeys.BATCH_SIZE);
    List<Boolean> residual = distinct(block, FamilyKeys.RESIDUAL);
    List<Boolean> normalized = distinct(block, FamilyKeys.BATCH_NORMALIZATION);
    List<Double> dropouts = distinct(block, FamilyKeys.DROPOUT);
    // In double, so that no product overflows.
    double combinations =
        Stream.of(
                names,
                widths,
                depths,
                examples,
                epochs,
                seeds,
                rates,
                batches,
                residual,
                normalized,
                dropouts)
            .mapToDouble(List::size)
            .reduce(1, (product, size) -> product * size);
    if (combinations > MOST_MODELS) {
      block.problem(
          FamilyKeys.ARCHITECTURE,
          "at most " + MOST_MODELS + " combinations",
          String.format("%.0f", combinations));
      return List.of();
    }
    List<TrainingRecipe> recipes = new ArrayList<>();
    for (int index = 0; index < combinations; index++) {
      Combination next = new Combination(index);
      long seed = next.of(seeds);
      double dropout = next.of(dropouts);
      boolean normalize = next.of(normalized);
      boolean shortcuts = next.of(residual);
      int batch = next.of(batches);
      double rate = next.of(rates);
      int passes = next.of(epochs);
      long count = next.of(examples);
      int depth = next.of(depths);
      int width = next.of(widths);
      recipes.add(
          new TrainingRecipe(
              next.of(names),
              width,
              depth,
              count,
              passes,
              seed,
              rate,
              batch,
              shortcuts,
              normalize,
              dropout));
    }
    return recipes;
  }

  private List<String> architectures(BlockReader block) {
    List<String> names = distinct(block, FamilyKeys.ARCHITECTURE);
    if (!block.has(FamilyKeys.ARCHITECTURE)) {
      block.problem(FamilyKeys.ARCHITECTURE, "an architecture, " + known(), Found.NOTHING);
    }
    if (!architectures.isEmpty()) {
      names.stream()
          .filter(name -> !architectures.contains(name))
          .forEach(
              name ->
                  block.problem(
                      FamilyKeys.ARCHITECTURE, known(), NearMatch.found(name, architectures)));
    }
    return names;
  }

  private String known() {
    return "one of the architectures " + String.join(", ", architectures);
  }

  private static <T> List<T> distinct(BlockReader block, Key<T> key) {
    List<T> values = block.many(key);
    List<T> distinct = List.copyOf(new LinkedHashSet<>(values));
    if (distinct.size() < values.size()) {
      block.problem(key, "each value once", values.toString());
    }
    return distinct;
  }

  /** The digits of a number, each in the base of one axis. */
  private static final class Combination {
    private int rest;

    Combination(int index) {
      this.rest = index;
    }

    <T> T of(List<T> axis) {
      T value = axis.get(rest % axis.size());
      rest /= axis.size();
      return value;
    }
  }
}
