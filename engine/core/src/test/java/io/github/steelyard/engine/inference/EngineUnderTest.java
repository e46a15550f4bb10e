package io.github.steelyard.engine.inference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.device.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine, one of its models, and inputs for it. */
public abstract class EngineUnderTest {
  private static final long SEED = 20_240_607L;

  @TempDir protected Path folder;

  private BufferAllocator allocator;

  protected abstract EngineProvider provider();

  /** A model with float32 inputs of fixed shapes, written where it may be. */
  protected abstract Path modelFile() throws IOException;

  /** Where the tests run; skipped, by name, where that is not supported. */
  protected Placement placement() {
    return Placement.REFERENCE;
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

  protected float[] predict(LoadedModel model, InferenceEngine engine, int from, int size) {
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
