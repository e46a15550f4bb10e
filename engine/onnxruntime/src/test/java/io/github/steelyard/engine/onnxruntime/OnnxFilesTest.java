package io.github.steelyard.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are opened, which are refused, and in what words. */
class OnnxFilesTest {
  @TempDir private Path folder;

  private final OnnxEngineProvider provider = new OnnxEngineProvider();

  @Test
  void anUnknownOperatorIsNamed() throws IOException {
    refused("unknown-operator.onnx").hasMessageContaining("NoSuchThing");
  }

  @Test
  void anOutputThatIsNotFloat32IsNamed() throws IOException {
    refused("integer-output.onnx")
        .hasMessageEndingWith(
            ": its output 'y' is of INT64: expected one of [FLOAT32, FLOAT16, BFLOAT16, FLOAT64]");
  }

  @Test
  void aShapeThatStaysOpenMustBeSaid() throws IOException {
    refused("embedding.onnx")
        .hasMessageEndingWith(
            ": it does not say the whole shape of its input 'tokens' [?]:"
                + " expected 'input_shape' in the suite, such as [3, 224, 224]");
  }

  @Test
  void lookUpTablesAreCountedApartAndNumbersHaveTheirType() throws IOException {
    Path file = TestModels.copy("embedding.onnx", folder);
    try (LoadedModel model = provider.open(reference(file, Map.of("input_shape", "[7]")));
        BufferAllocator allocator = new RootAllocator();
        InferenceEngine engine = model.newEngine();
        Tensor tokens = Tensor.allocate(allocator, TensorType.INT64, Shape.of(2, 7));
        Tensor integers = Tensor.allocate(allocator, TensorType.INT32, Shape.of(2, 7))) {
      assertThat(model.profile().parameters()).isEqualTo(11 * 6 + 6 * 2);
      assertThat(model.profile().parametersWithoutEmbeddings()).isEqualTo(12);
      assertThat(model.profile().macsPerExample()).isEqualTo(12);
      for (int i = 0; i < 14; i++) {
        tokens.memory().setLong(i * 8L, i % 11);
      }
      try (Predictions predictions = engine.predict(new Batch(2, Map.of("tokens", tokens)))) {
        assertThat(predictions.only().shape()).isEqualTo(Shape.of(2, 2));
      }
      tokens.memory().setLong(0, 11);
      assertThatThrownBy(() -> engine.predict(new Batch(2, Map.of("tokens", tokens))))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("cannot run on [2, 7]");
      assertThatThrownBy(() -> engine.predict(new Batch(2, Map.of("tokens", integers))))
          .isInstanceOf(ModelException.class)
          .hasMessage("Model 'm': expects input INT64, the data give INT32");
    }
  }

  /** Worked by hand: all scales are 1/8, the weights -6/8 to 5/8 by rows. */
  @Test
  void eightBitWeightsRunAndAreCountedAsSuch() throws IOException {
    Path file = TestModels.copy("quantized.onnx", folder);
    try (LoadedModel model = provider.open(reference(file, Map.of()));
        BufferAllocator allocator = new RootAllocator();
        InferenceEngine engine = model.newEngine();
        Tensor numbers = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(1, 3))) {
      assertThat(model.profile().parameters()).isEqualTo(12);
      assertThat(model.profile().weightBytes()).isEqualTo(12);
      assertThat(model.profile().macsPerExample()).isEqualTo(12);
      assertThat(model.notes())
          .containsExactly(
              "holds its weights as int8 (12 bytes) and computes as its file says, whatever the"
                  + " precision that is asked for");
      numbers.buffer().asFloatBuffer().put(new float[] {1, 2, 4});
      try (Predictions predictions = engine.predict(new Batch(1, Map.of("x", numbers)))) {
        float[] found = new float[4];
        predictions.only().buffer().asFloatBuffer().get(found);
        // -6/8 - 4/8 + 8/8, and 7/8 more in each column.
        assertThat(found).containsExactly(-0.25f, 0.625f, 1.5f, 2.375f);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"costs.onnx", "costs-by-two.onnx"})
  void eachKindOfOperatorCostsWhatItsSizesSay(String name) throws IOException {
    Path file = TestModels.copy(name, folder);
    try (LoadedModel model = provider.open(reference(file, Map.of()))) {
      assertThat(model.profile().layers())
          .containsExactly(
              // 4*4 places of 8*2*3*3 weights
              new LayerProfile("convolved", "Conv", Shape.of(8, 4, 4), 144, 0, 0, 2304),
              // 4*4 places of its input, 8*3*2*2 weights
              new LayerProfile("enlarged", "ConvTranspose", Shape.of(3, 8, 8), 96, 0, 0, 1536),
              new LayerProfile("steps", "Reshape", Shape.of(3, 64), 0, 0, 0, 0),
              // 3 steps of 64*5
              new LayerProfile("each-step", "MatMul", Shape.of(3, 5), 320, 0, 0, 960),
              new LayerProfile("turned", "Transpose", Shape.of(5, 3), 0, 0, 0, 0),
              // 3*5*3, without a weight
              new LayerProfile("similar", "MatMul", Shape.of(3, 3), 0, 0, 0, 45),
              new LayerProfile("flat", "Flatten", Shape.of(9), 0, 0, 0, 0),
              new LayerProfile("y", "Gemm", Shape.of(2), 18, 0, 0, 18));
    }
  }

  @Test
  void aCostThatDependsOnTheDataIsSaidToBeUnknown() throws IOException {
    Path file = TestModels.copy("data-dependent.onnx", folder);
    try (LoadedModel model = provider.open(reference(file, Map.of()))) {
      assertThat(model.profile().macsPerExample()).isEqualTo(12);
      assertThat(model.profile().layers())
          .contains(
              new LayerProfile("known", "MatMul", Shape.of(4), 12, 0, 0, 12),
              new LayerProfile(
                  "open", "MatMul (cost unknown)", Shape.of(Shape.ANY, 4), 8, 0, 0, 0));
    }
  }

  @Test
  void anOperatorWhoseProductsAreNotCountedSaysSo() throws IOException {
    Path file = TestModels.copy("recurrent.onnx", folder);
    try (LoadedModel model = provider.open(reference(file, Map.of()))) {
      assertThat(model.profile().parameters()).isEqualTo(16 * 3 + 16 * 4);
      assertThat(model.profile().layers())
          .extracting(LayerProfile::name, LayerProfile::kind)
          .contains(tuple("memory", "LSTM (cost unknown)"));
    }
  }

  @Test
  void weightsBesideTheModelAreRead() throws IOException {
    Path file = TestModels.copy("external.onnx", folder);
    TestModels.copy("weights.bin", folder);
    try (LoadedModel model = provider.open(reference(file, Map.of()))) {
      assertThat(model.profile().parameters()).isEqualTo(12);
      assertThat(model.profile().macsPerExample()).isEqualTo(12);
    }
  }

  /** As many letters as the name they replace, so that the file stays whole. */
  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../outs.bin", "a/../../o.b", "missing.bin"})
  void weightsElsewhereAreRefused(String location) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.createDirectories(inner.resolve("a"));
    Path outside = TestModels.copy("weights.bin", folder);
    Files.copy(outside, folder.resolve("outs.bin"));
    Files.copy(outside, folder.resolve("o.b"));
    String text =
        new String(
            Files.readAllBytes(TestModels.copy("external.onnx", inner)),
            StandardCharsets.ISO_8859_1);
    Path file = inner.resolve("model");
    Files.write(file, text.replace("weights.bin", location).getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> provider.open(reference(file, Map.of())))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            ": it keeps weights in '"
                + location
                + "': expected a relative path to a file beside the model");
    assertThatThrownBy(() -> provider.prepare(reference(file, Map.of()), folder))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void aLinkOutOfTheFolderIsRefused() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Path file = TestModels.copy("external.onnx", inner);
    Files.createSymbolicLink(inner.resolve("weights.bin"), TestModels.copy("weights.bin", folder));
    assertThatThrownBy(() -> provider.open(reference(file, Map.of())))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("beside the model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\3\4\24\0\0\0", "\u0089HDF\r\n\32\n", "\b\b", "\b\7:", "a,b\n1,2\n"})
  void otherFilesAreNotTaken(String head) throws IOException {
    Path file = Files.write(folder.resolve("a.onnx"), head.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(provider.accepts(file)).isFalse();
  }

  /** Some changed bytes are weights, which nobody can tell from good ones. */
  @Test
  void aDamagedFileIsRefusedOrOpenedAndTheJvmSurvives() throws IOException {
    int refused = 0;
    Random random = new Random(3);
    for (String name : List.of("image.onnx", "two-inputs.onnx", "quantized.onnx")) {
      byte[] good = Files.readAllBytes(TestModels.copy(name, folder));
      for (int round = 0; round < 150; round++) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 3; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try (LoadedModel model = provider.open(reference(file, Map.of()))) {
          assertThat(model.profile().inputs()).isNotEmpty();
        } catch (ModelException e) {
          refused++;
          assertThat(e).hasMessageStartingWith("Model 'm': cannot read ");
        }
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String name) throws IOException {
    Path file = TestModels.copy(name, folder);
    return assertThatThrownBy(() -> provider.open(reference(file, Map.of())))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Model 'm': cannot read " + file + ": ")
        .hasMessageNotContaining("\n");
  }

  private static ModelRef reference(Path file, Map<String, String> options) throws IOException {
    return new ModelRef("m", file.toString(), "00", Files.size(file), options);
  }
}
