package io.github.steelyard.engine.training;

import io.github.steelyard.engine.data.Shape;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains models of an inference library. Found by {@link java.util.ServiceLoader}. The same recipe
 * on the same examples gives the same bytes on one kind of CPU.
 */
public interface ModelTrainer {
  /** The engine that runs what this trains. */
  String engine();

  /** The architectures it knows, sorted by name. */
  List<String> architectures();

  /**
   * What is wrong with a recipe for examples of that shape, in sentences without coordinates; empty
   * where nothing is. The shape is {@code [channels, height, width]} or {@code [features]}.
   */
  List<String> problems(TrainingRecipe recipe, Shape exampleShape);

  /** Trains one model and writes it to {@code file}. */
  TrainedModel train(TrainingRecipe recipe, TrainingSet examples, Path file);
}
