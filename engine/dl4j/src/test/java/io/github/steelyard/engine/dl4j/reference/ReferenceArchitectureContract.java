package io.github.steelyard.engine.dl4j.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.Dl4jEngineProvider;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.profile.GraphProfile;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every family must do; its test supplies it and the published figures. */
abstract class ReferenceArchitectureContract {
  private static final int EXAMPLES = 3;
  private static final int CLASSES = 5;

  /**
   * What a paper or its authors' code says of a network, on its own input.
   *
   * @param parameters without running statistics
   */
  record Published(String name, long parameters, long runningStatistics, long macs) {}

  @TempDir Path folder;

  private final ReferenceArchitecture family;
  private final String smallest;
  private final Shape image;

  /**
   * @param smallest the network that is run
   * @param image a small one that it takes
   */
  ReferenceArchitectureContract(ReferenceArchitecture family, String smallest, Shape image) {
    this.family = family;
    this.smallest = smallest;
    this.image = image;
  }

  abstract List<Published> published();

  @BeforeAll
  static void startBackend() {
    Dl4jBackend.start();
  }

  @Test
  void isFoundByItsNames() {
    ReferenceArchitectures found = ReferenceArchitectures.found();
    assertThat(family.names())
        .containsExactlyInAnyOrderElementsOf(published().stream().map(Published::name).toList())
        .allSatisfy(name -> assertThat(found.family(name)).hasSameClassAs(family));
  }

  @TestFactory
  Stream<DynamicTest> costsWhatWasPublished() {
    return published().stream()
        .map(
            figures ->
                dynamicTest(
                    figures.name(),
                    () -> {
                      ModelProfile profile = new ReferenceCatalog().profile(figures.name());
                      assertThat(profile.trainedParameters()).isEqualTo(figures.parameters());
                      assertThat(profile.runningStatistics())
                          .isEqualTo(figures.runningStatistics());
                      assertThat(profile.parameters())
                          .isEqualTo(figures.parameters() + figures.runningStatistics());
                      assertThat(profile.macsPerExample()).isEqualTo(figures.macs());
                      assertThat(profile.inputs().get(0).shape())
                          .isEqualTo(family.publishedShape());
                      assertThat(profile.outputs().get(0).shape())
                          .isEqualTo(Shape.of(family.publishedClasses()));
                    }));
  }

  @Test
  void givesProbabilitiesThatItsSeedDecides() {
    float[] first = probabilities(1);
    for (int row = 0; row < EXAMPLES; row++) {
      double sum = 0;
      for (int column = 0; column < CLASSES; column++) {
        float probability = first[row * CLASSES + column];
        assertThat(probability).isBetween(0f, 1f);
        sum += probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
    assertThat(probabilities(1)).isEqualTo(first);
    assertThat(probabilities(2)).isNotEqualTo(first);
  }

  /** Row by row, for the same random images whatever the seed. */
  private float[] probabilities(long seed) {
    ComputationGraph network =
        ReferenceArchitectures.found().initialized(smallest, image, CLASSES, seed);
    try (INDArray images =
        Nd4j.createUninitialized(DataType.FLOAT, image.batched(EXAMPLES).toArray())) {
      Random random = new Random(7);
      for (long i = 0; i < images.length(); i++) {
        images.putScalar(i, random.nextFloat());
      }
      INDArray result = network.outputSingle(images);
      assertThat(result.shape()).containsExactly(EXAMPLES, CLASSES);
      return result.dup('c').data().asFloat();
    } finally {
      network.close();
    }
  }

  @Test
  void isTheSameNetworkWhenTheEngineOpensItsFile() throws IOException {
    Path file = folder.resolve("model.zip");
    Map<String, Shape> input = Map.of(ReferenceArchitecture.INPUT, image);
    ModelProfile expected = GraphProfile.of(family.configure(smallest, image, CLASSES, 1), input);
    ComputationGraph network =
        ReferenceArchitectures.found().initialized(smallest, image, CLASSES, 1);
    try {
      assertThat(network.numParams()).isEqualTo(expected.parameters());
      Dl4jModelFile.write(file, network, input);
    } finally {
      network.close();
    }
    ModelRef model =
        new ModelRef(smallest, file.toString(), "0".repeat(64), Files.size(file), Map.of());
    try (LoadedModel loaded = new Dl4jEngineProvider().open(model)) {
      assertThat(loaded.profile().layers()).isEqualTo(expected.layers());
      assertThat(loaded.profile().weightBytes()).isEqualTo(expected.weightBytes());
      loaded.newEngine().close();
    }
  }

  @Test
  void refusesWhatItCannotTake() {
    assertThatThrownBy(() -> family.configure(smallest, Shape.of(784), CLASSES, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith(smallest + " takes images [channels, height, width] of at least ")
        .hasMessageEndingWith(" pixels, found [784].");
    assertThatThrownBy(() -> family.configure(smallest, image, 1, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessage(smallest + " tells at least 2 classes apart, found 1.");
  }
}
