package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every engine must do. An engine's test supplies a provider, one of its models, and what an
 * independent count says of that model.
 */
public abstract class EngineProviderContract {
  private static final long SEED = 20_240_607L;
  private static final int BATCH = 24;

  @TempDir protected Path folder;

  private BufferAllocator allocator;

  protected abstract EngineProvider provider();

  /** A model with float32 inputs of fixed shapes, written where it may be. */
  protected abstract Path modelFile() throws IOException;

  protected abstract long expectedParameters();

  protected abstract long expectedMacs();

  /** Where the tests run; skipped, by name, where that is not supported. */
  protected Placement placement() {
    return Placement.REFERENCE;
  }

  /** How far an answer may be from that of the same example in another batch. */
  protected float tolerance() {
    return 1e-5f;
  }

  @BeforeEach
  void openAllocatorWhereThePlacementIsThere() {
    allocator = new RootAllocator();
    EngineSupport support = provider().support();
    assumeTrue(
        support.offers(placement()), () -> support.refusal(placement()).orElse("it is supported"));
  }

  /** Fails where an engine keeps, or loses, Arrow memory. */
  @AfterEach
  void closeAllocator() {
    allocator.close();
  }

  @Test
  void bearsItsOwnNameAndTellsWhatDecidesItsNumbers() {
    EngineDescription description = provider().description(placement());
    assertThat(description.engine()).isEqualTo(provider().name()).matches("[a-z0-9-]+");
    assertThat(description.version()).isNotBlank();
    assertThat(description.device()).isEqualTo(placement().device().toString());
    assertThat(description.precision()).isEqualTo(placement().precision().toString());
    assertThat(description.kernels()).isNotBlank();
    assertThat(description.threads()).isPositive();
  }

  @Test
  void refusesWhatItDoesNotSupportInsteadOfDoingSomethingElse() throws IOException {
    ModelRef model = reference(modelFile());
    ModelRef prepared = model.at(provider().prepare(model, preparedFolder()));
    EngineSupport support = provider().support();
    assertThat(support.engine()).isEqualTo(provider().name());
    int refused = 0;
    for (Precision precision : Precision.values()) {
      for (Placement wish :
          List.of(Placement.cpu(precision), Placement.gpu(support.gpus().size(), precision))) {
        if (!support.offers(wish)) {
          refused++;
          assertThatThrownBy(() -> provider().open(prepared, wish))
              .isInstanceOf(ModelException.class)
              .hasMessageStartingWith("Model 'm': engine " + provider().name() + " ")
              .hasMessageEndingWith(" was asked for")
              .hasMessageNotContaining("\n");
          assertThatThrownBy(() -> provider().description(wish))
              .isInstanceOf(BadInputException.class)
              .hasMessageEndingWith(support.refusal(wish).orElseThrow());
        }
      }
    }
    assertThat(refused).as("no engine sees one GPU more than it sees").isPositive();
  }

  @Test
  void knowsItsFilesByTheirContents() throws IOException {
    Path renamed = Files.copy(modelFile(), folder.resolve("no-suffix"));
    assertThat(provider().accepts(renamed)).isTrue();
    assertThat(provider().accepts(Files.writeString(folder.resolve("model.zip"), "text")))
        .isFalse();
    assertThat(provider().accepts(Files.createFile(folder.resolve("empty.zip")))).isFalse();
    assertThat(provider().accepts(folder.resolve("missing.zip"))).isFalse();
  }

  @Test
  void preparesTheSameBytesAgain() throws IOException {
    ModelRef model = reference(modelFile());
    Path first = provider().prepare(model, folder.resolve("a"));
    byte[] bytes = Files.readAllBytes(first);
    assertThat(provider().prepare(model, folder.resolve("a"))).isEqualTo(first);
    assertThat(Files.readAllBytes(first)).isEqualTo(bytes);
    assertThat(Files.readAllBytes(provider().prepare(model, folder.resolve("b")))).isEqualTo(bytes);
  }

  @Test
  void countsParametersAndMultiplyAccumulates() throws IOException {
    try (LoadedModel model = open()) {
      ModelProfile profile = model.profile();
      assertThat(profile.parameters()).isEqualTo(expectedParameters());
      assertThat(profile.macsPerExample()).isEqualTo(expectedMacs());
      assertThat(profile.weightBytes())
          .isEqualTo(expectedParameters() * placement().precision().bytes());
      assertThat(profile.fileBytes()).isEqualTo(Files.size(modelFile()));
      assertThat(profile.inputs()).allMatch(input -> input.shape().fixed());
    }
  }

  @Test
  void yieldsTheOutputsThatItsProfileTells() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, 3);
        Predictions predictions = engine.predict(batch)) {
      assertThat(predictions.outputs().keySet())
          .containsExactlyElementsOf(
              model.profile().outputs().stream().map(TensorSpec::name).toList());
      for (TensorSpec output : model.profile().outputs()) {
        Tensor tensor = predictions.outputs().get(output.name());
        assertThat(tensor.type()).isEqualTo(TensorType.FLOAT32);
        assertThat(tensor.shape()).isEqualTo(output.shape().batched(3));
      }
    }
  }

  @Test
  void givesTheSameBytesEachTime() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        InferenceEngine another = model.newEngine()) {
      float[] first = predict(model, engine, 0, BATCH);
      predict(model, engine, 5, 7);
      assertThat(predict(model, engine, 0, BATCH)).isEqualTo(first);
      assertThat(predict(model, another, 0, BATCH)).isEqualTo(first);
    }
  }

  @Test
  void answersDependOnTheExampleNotOnItsBatch() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine()) {
      float[] together = predict(model, engine, 0, BATCH);
      assertThat(together).hasSizeGreaterThanOrEqualTo(BATCH);
      int width = together.length / BATCH;
      for (int i = 0; i < BATCH; i++) {
        float[] alone = predict(model, engine, i, 1);
        float[] row = Arrays.copyOfRange(together, i * width, (i + 1) * width);
        assertThat(alone).containsExactly(row, within(tolerance()));
      }
      assertThat(Arrays.copyOf(together, width))
          .isNotEqualTo(Arrays.copyOfRange(together, width, 2 * width));
    }
  }

  @Test
  void threadsWithTheirOwnEnginesAnswerAsOneDoes() throws Exception {
    int rounds = 20;
    try (LoadedModel model = open()) {
      List<float[]> expected = new ArrayList<>();
      try (InferenceEngine engine = model.newEngine()) {
        for (int round = 0; round < rounds; round++) {
          expected.add(predict(model, engine, round, BATCH));
        }
      }
      Callable<List<float[]>> work =
          () -> {
            List<float[]> found = new ArrayList<>();
            try (InferenceEngine engine = model.newEngine()) {
              for (int round = 0; round < rounds; round++) {
                found.add(predict(model, engine, round, BATCH));
              }
            }
            return found;
          };
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        for (Future<List<float[]>> found : threads.invokeAll(List.of(work, work))) {
          for (int round = 0; round < rounds; round++) {
            assertThat(found.get().get(round)).isEqualTo(expected.get(round));
          }
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  /** What an engine keeps of a batch, or its library, would end a long run. */
  @Test
  void tenThousandBatchesDoNotMakeTheProcessGrow() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = batch(model, 0, 2)) {
      Growth.refuse(10_000, () -> engine.predict(batch).close());
    }
  }

  @Test
  void predictionsOutliveTheirBatchAndLeaveItAlone() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine()) {
      float[] expected = predict(model, engine, 0, BATCH);
      Batch batch = batch(model, 0, BATCH);
      float[] inputs = floats(batch.tensors());
      Predictions predictions = engine.predict(batch);
      assertThat(floats(batch.tensors())).isEqualTo(inputs);
      batch.close();
      try (Batch other = batch(model, 50, BATCH);
          Predictions otherPredictions = engine.predict(other)) {
        assertThat(floats(predictions.outputs())).isEqualTo(expected);
        assertThat(floats(otherPredictions.outputs())).isNotEqualTo(expected);
      }
      predictions.close();
    }
  }

  @Test
  void anInputOfAnotherShapeIsRefusedWithBothShapes() throws IOException {
    try (LoadedModel model = open();
        InferenceEngine engine = model.newEngine();
        Batch batch = new Batch(2, wrongShapes(model))) {
      assertThatThrownBy(() -> engine.predict(batch))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "Model 'm': expects input "
                  + model.profile().inputs().get(0).shape()
                  + ", the data give [3, 5, 2, 2, 2]");
    }
  }

  @Test
  void filesThatAreNoModelsAreRefusedInOneSentence() throws IOException {
    byte[] bytes = Files.readAllBytes(modelFile());
    int middle = bytes.length / 2;
    byte[] without = new byte[bytes.length - bytes.length / 4];
    System.arraycopy(bytes, 0, without, 0, middle);
    System.arraycopy(
        bytes, bytes.length - (without.length - middle), without, middle, without.length - middle);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty", new byte[0]);
    files.put("text", "This is no model.".getBytes());
    files.put("head", Arrays.copyOf(bytes, 100));
    files.put("half", Arrays.copyOf(bytes, middle));
    files.put("most", Arrays.copyOf(bytes, bytes.length - 10));
    files.put("tail", Arrays.copyOfRange(bytes, middle, bytes.length));
    files.put("without a quarter", without);
    files.forEach(
        (name, content) -> {
          Path file = folder.resolve(name);
          assertThatThrownBy(
                  () -> {
                    Files.write(file, content);
                    openPrepared(file);
                  })
              .as(name)
              .isInstanceOf(ModelException.class)
              .hasMessageStartingWith("Model 'm': ")
              .hasMessageNotContaining("\n")
              .hasMessageNotContaining("Exception");
        });
  }

  @Test
  void aMissingFileIsRefusedByItsName() {
    ModelRef missing = new ModelRef("m", folder.resolve("no.zip").toString(), "00", 0, Map.of());
    assertThatThrownBy(() -> provider().prepare(missing, folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no.zip");
    assertThatThrownBy(() -> provider().open(missing, placement()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no.zip");
  }

  protected LoadedModel open() throws IOException {
    return openPrepared(modelFile());
  }

  protected LoadedModel openPrepared(Path file) throws IOException {
    ModelRef model = reference(file);
    return provider().open(model.at(provider().prepare(model, preparedFolder())), placement());
  }

  /** Where prepared models go; the same one for all tests where preparing takes long. */
  protected Path preparedFolder() {
    return folder.resolve("prepared");
  }

  protected static ModelRef reference(Path file) throws IOException {
    return new ModelRef("m", file.toString(), sha256(file), Files.size(file), Map.of());
  }

  protected BufferAllocator allocator() {
    return allocator;
  }

  /** Uniform random inputs; an example depends on its number alone. */
  protected Batch batch(LoadedModel model, int from, int size) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpec input : model.profile().inputs()) {
      Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, input.shape().batched(size));
      long width = input.shape().elements();
      for (int example = 0; example < size; example++) {
        Random random = new Random(SEED + from + example);
        for (long i = 0; i < width; i++) {
          tensor.memory().setFloat((example * width + i) * Float.BYTES, random.nextFloat());
        }
      }
      tensors.put(input.name(), tensor);
    }
    return new Batch(size, tensors);
  }

  private Map<String, Tensor> wrongShapes(LoadedModel model) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorSpec input : model.profile().inputs()) {
      tensors.put(
          input.name(), Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(2, 3, 5, 2, 2, 2)));
    }
    return tensors;
  }

  private float[] predict(LoadedModel model, InferenceEngine engine, int from, int size) {
    try (Batch batch = batch(model, from, size);
        Predictions predictions = engine.predict(batch)) {
      return floats(predictions.outputs());
    }
  }

  /** The first tensor's numbers; the others follow. */
  protected static float[] floats(Map<String, Tensor> tensors) {
    int total = tensors.values().stream().mapToInt(t -> (int) t.shape().elements()).sum();
    float[] floats = new float[total];
    int at = 0;
    for (Tensor tensor : tensors.values()) {
      int count = (int) tensor.shape().elements();
      tensor.buffer().asFloatBuffer().get(floats, at, count);
      at += count;
    }
    return floats;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
