package io.github.steelyard.engine.dl4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.training.Recipes;
import io.github.steelyard.engine.training.ToyImages;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every architecture must do; its test supplies it, its sizes and figures worked by hand. */
abstract class ArchitectureContract {
  private static final int CLASSES = 2;
  private static final int EXAMPLES = 16;

  /** Parameters that were worked out by hand. */
  record Worked(TrainingRecipe recipe, Shape shape, int classes, long parameters) {}

  /** A recipe that cannot be built, and the sentence that says so. */
  record Refused(TrainingRecipe recipe, Shape shape, String sentence) {}

  private final Architecture architecture;
  private final Shape shape;
  private final int depth;

  /**
   * @param shape of small examples that it takes
   * @param depth the least that it can have with shortcuts on such examples
   */
  ArchitectureContract(Architecture architecture, Shape shape, int depth) {
    this.architecture = architecture;
    this.shape = shape;
    this.depth = depth;
  }

  abstract List<Worked> worked();

  abstract List<Refused> refused();

  @BeforeAll
  static void startBackend() {
    Dl4jBackend.start();
  }

  @Test
  void isFoundByItsName() {
    Architectures found = Architectures.found();
    assertThat(found.names()).contains(architecture.name()).isSorted();
    assertThat(found.named(architecture.name())).hasSameClassAs(architecture);
  }

  @TestFactory
  Stream<DynamicTest> hasTheParametersWorkedByHand() {
    return worked().stream()
        .map(
            worked ->
                dynamicTest(
                    worked.parameters() + " for " + worked.recipe(),
                    () -> {
                      assertThat(architecture.problems(worked.recipe(), worked.shape())).isEmpty();
                      assertThat(parameters(worked.recipe(), worked.shape(), worked.classes()))
                          .isEqualTo(worked.parameters());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> saysWhyItCannotBeBuilt() {
    return refused().stream()
        .map(
            refused ->
                dynamicTest(
                    refused.sentence(),
                    () ->
                        assertThat(architecture.problems(refused.recipe(), refused.shape()))
                            .containsExactly(refused.sentence())));
  }

  @TestFactory
  Stream<DynamicTest> yieldsProbabilitiesAndLearnsWithEveryOption() {
    return Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
        .map(
            bits ->
                Recipes.with(
                    architecture.name(),
                    4,
                    depth,
                    (bits & 1) != 0,
                    (bits & 2) != 0,
                    (bits & 4) != 0 ? 0.25 : 0))
        .map(recipe -> dynamicTest(recipe.toString(), () -> learns(recipe)));
  }

  private void learns(TrainingRecipe recipe) {
    assertThat(architecture.problems(recipe, shape)).isEmpty();
    ComputationGraph network = initialized(recipe);
    try (INDArray features = Nd4j.create(DataType.FLOAT, shape.batched(EXAMPLES).toArray());
        INDArray labels = Nd4j.create(DataType.FLOAT, EXAMPLES, CLASSES)) {
      fill(features, labels);
      double first = loss(network, features, labels);
      for (int step = 0; step < 60; step++) {
        network.fit(new INDArray[] {features}, new INDArray[] {labels});
      }
      INDArray probabilities = network.outputSingle(features);
      assertThat(probabilities.shape()).containsExactly(EXAMPLES, CLASSES);
      for (double sum : probabilities.sum(1).toDoubleVector()) {
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
      assertThat(loss(network, features, labels)).isLessThan(0.7 * first);
    } finally {
      network.close();
    }
  }

  /** As it predicts, without dropout, and with the statistics of its batch normalization. */
  private static double loss(ComputationGraph network, INDArray features, INDArray labels) {
    INDArray probabilities = network.outputSingle(features);
    double sum = 0;
    for (int row = 0; row < EXAMPLES; row++) {
      sum -= Math.log(probabilities.getDouble(row, labels.getDouble(row, 1) == 1 ? 1 : 0));
    }
    return sum / EXAMPLES;
  }

  private void fill(INDArray features, INDArray labels) {
    ToyImages images = new ToyImages(EXAMPLES, shape);
    FloatBuffer values = features.data().asNioFloat();
    for (int row = 0; row < EXAMPLES; row++) {
      images.put(row, values);
      labels.putScalar(row, images.label(row), 1);
    }
  }

  @Test
  void startsFromItsSeed() {
    TrainingRecipe recipe = Recipes.plain(architecture.name(), 4, depth);
    assertThat(weights(recipe)).isEqualTo(weights(recipe));
    assertThat(weights(Recipes.seeded(recipe, 2))).isNotEqualTo(weights(recipe));
  }

  private float[] weights(TrainingRecipe recipe) {
    ComputationGraph network = initialized(recipe);
    try {
      return network.params().toFloatVector();
    } finally {
      network.close();
    }
  }

  @Test
  void growsWithWidthAndDepth() {
    String name = architecture.name();
    long small = parameters(Recipes.plain(name, 4, depth), shape, CLASSES);
    assertThat(parameters(Recipes.plain(name, 5, depth), shape, CLASSES)).isGreaterThan(small);
    assertThat(parameters(Recipes.plain(name, 4, depth + 1), shape, CLASSES)).isGreaterThan(small);
  }

  private ComputationGraph initialized(TrainingRecipe recipe) {
    ComputationGraph network = new ComputationGraph(architecture.configure(recipe, shape, CLASSES));
    network.init();
    return network;
  }

  /** From the configuration alone: a VGG-19 needs no memory to be counted. */
  private long parameters(TrainingRecipe recipe, Shape exampleShape, int classes) {
    ComputationGraphConfiguration configuration =
        architecture.configure(recipe, exampleShape, classes);
    return configuration.getVertices().values().stream()
        .mapToLong((GraphVertex vertex) -> vertex.numParams(false))
        .sum();
  }
}
