package io.github.steelyard.jobs.evaluate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelCatalog;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTest {
  private static ModelProfile profile(Shape input, LayerProfile... layers) {
    long parameters = List.of(layers).stream().mapToLong(LayerProfile::parameters).sum();
    return new ModelProfile(
        "test",
        List.of(new TensorSpec("x", TensorType.FLOAT32, input)),
        List.of(),
        List.of(layers),
        Float.BYTES * parameters,
        0);
  }

  private static LayerProfile layer(long parameters, long macs, long... output) {
    return new LayerProfile("l", "Layer", Shape.of(output), parameters, 0, 0, macs);
  }

  private static ModelProfile perceptron(long... widths) {
    List<LayerProfile> layers = new ArrayList<>();
    for (int i = 1; i < widths.length; i++) {
      long weights = widths[i - 1] * widths[i];
      layers.add(layer(weights + widths[i], weights, widths[i]));
    }
    return profile(Shape.of(widths[0]), layers.toArray(LayerProfile[]::new));
  }

  @Test
  void smallNetsGetLargeBatches() {
    assertThat(BatchSize.of(perceptron(784, 64, 10))).isEqualTo(512);
    assertThat(BatchSize.of(perceptron(784, 512, 512, 10))).isEqualTo(512);
  }

  @ParameterizedTest
  @CsvSource({"lenet-5, 256", "squeezenet-1.1, 2", "mobilenet-v2, 8", "resnet-50, 4", "vgg-16, 8"})
  void publishedNetsGetWhatTheirArithmeticAsksFor(String name, int expected) {
    ModelProfile profile =
        ServiceLoader.load(ModelCatalog.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(catalog -> catalog.names().contains(name))
            .findFirst()
            .orElseThrow()
            .profile(name);

    assertThat(BatchSize.of(profile)).isEqualTo(expected);
  }

  /** 64 * 2^19 MACs for the call, none for weights: 2^25 / 2^21. */
  @Test
  void aCallCostsTheSixtyFourthPartOfItsBatch() {
    ModelProfile model = profile(Shape.of(1), layer(0, 1 << 21, 1));

    assertThat(BatchSize.of(model)).isEqualTo(16);
  }

  /** Inputs of 4 MB, activations of 4 + 8 and 8 + 2 MB: 16 of them are 256 MB. */
  @Test
  void aBatchFitsItsMemory() {
    long megabyte = 1 << 18;
    ModelProfile model =
        profile(Shape.of(4 * megabyte), layer(1, 1, 8, megabyte), layer(1, 1, 2, megabyte));

    assertThat(BatchSize.bytesPerExample(model)).isEqualTo(16 << 20);
    assertThat(BatchSize.of(model)).isEqualTo(16);
  }

  @Test
  void anExampleThatDoesNotFitComesAlone() {
    assertThat(BatchSize.of(profile(Shape.of(1L << 30), layer(1, 1, 1)))).isEqualTo(1);
  }

  @Test
  void openExtentsAndUnknownCostsAreNoObstacle() {
    assertThat(BatchSize.of(profile(Shape.of(Shape.ANY), layer(0, 0, Shape.ANY)))).isEqualTo(512);
    assertThat(BatchSize.of(profile(Shape.of(8), layer(100_000_000, 0, 8)))).isEqualTo(512);
  }
}
