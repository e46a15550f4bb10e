package io.github.steelyard.engine.dl4j.reference;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.architecture.VggLikeArchitecture;
import io.github.steelyard.engine.dl4j.head.ClassificationHead;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;

/**
 * Simonyan and Zisserman 2015, table 1, configurations A, B, D and E: blocks of 3x3 convolutions
 * with biases, without batch normalization; half of the dense layers' activations are dropped.
 */
@AutoService(ReferenceArchitecture.class)
public final class VggFamily implements ReferenceArchitecture {
  /** Five times halved. */
  private static final int LEAST_SIDE = 32;

  private static final int WIDTH = 64;
  private static final double DROPOUT = 0.5;

  private static final Map<String, List<Integer>> CONVOLUTIONS =
      Map.of(
          "vgg-11", List.of(1, 1, 2, 2, 2),
          "vgg-13", List.of(2, 2, 2, 2, 2),
          "vgg-16", List.of(2, 2, 3, 3, 3),
          "vgg-19", List.of(2, 2, 4, 4, 4));

  @Override
  public List<String> names() {
    return CONVOLUTIONS.keySet().stream().sorted().toList();
  }

  @Override
  public ComputationGraphConfiguration configure(
      String name, Shape exampleShape, int classes, long seed) {
    ReferenceGraph.require(name, exampleShape, classes, LEAST_SIDE);
    List<Integer> convolutions = Named.in(CONVOLUTIONS, name);
    int depth = convolutions.stream().mapToInt(Integer::intValue).sum();
    TrainingRecipe recipe =
        new TrainingRecipe(
            name, WIDTH, depth, 0, 1, seed, ReferenceGraph.LEARNING_RATE, 1, false, false, DROPOUT);
    return VggLikeArchitecture.configure(
        recipe, exampleShape, new ClassificationHead(), classes, convolutions);
  }
}
