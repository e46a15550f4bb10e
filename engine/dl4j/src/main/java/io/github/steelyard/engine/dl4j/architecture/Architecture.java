package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.head.ClassificationHead;
import io.github.steelyard.engine.dl4j.head.OutputHead;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * A kind of network that a recipe sizes. Found by {@link java.util.ServiceLoader}; the contract
 * test that every architecture's test extends says what it must do.
 */
public interface Architecture {
  /** What every architecture calls its one input. */
  String INPUT = "input";

  /** By which a recipe asks for it, in kebab-case. */
  String name();

  /**
   * Why it cannot be built, in sentences without coordinates; empty where it can. Called with
   * recipes whose width and depth are at least 1. The shape is {@code [channels, height, width]} or
   * {@code [features]}.
   */
  List<String> problems(TrainingRecipe recipe, Shape exampleShape);

  /**
   * The network: {@link #INPUT} {@code [batch, channels, height, width]} or {@code [batch,
   * features]}, one output {@code [batch, outputs]} of the head. Only for a recipe without
   * problems.
   *
   * @param outputs how many numbers it answers with, at least 1
   */
  ComputationGraphConfiguration configure(
      TrainingRecipe recipe, Shape exampleShape, OutputHead head, int outputs);

  /**
   * The network of a classifier, whose output {@code [batch, classes]} is probabilities.
   *
   * @param classes at least 2
   */
  default ComputationGraphConfiguration configure(
      TrainingRecipe recipe, Shape exampleShape, int classes) {
    return configure(recipe, exampleShape, new ClassificationHead(), classes);
  }
}
