package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.dl4j.sample.TestNetworks;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Memory that the process really holds, as Linux tells it. */
class Dl4jMemoryTest {
  private static final long PAGE_BYTES = 4096;
  private static final long MEGABYTE = 1L << 20;

  @TempDir private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void enginesShareOneCopyOfTheWeights() throws IOException {
    Path file = wide(2048);
    try (BufferAllocator allocator = new RootAllocator();
        LoadedModel model = open(file);
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(1, 2048));
        InferenceEngine first = model.newEngine()) {
      tensor.memory().setZero(0, tensor.bytes());
      Batch batch = new Batch(1, Map.of("input", tensor));
      first.predict(batch).close();
      long weights = model.profile().weightBytes();
      assertThat(weights).isGreaterThan(32 * MEGABYTE);
      long before = residentBytes();
      List<InferenceEngine> engines = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        InferenceEngine engine = model.newEngine();
        engine.predict(batch).close();
        engines.add(engine);
      }
      assertThat(residentBytes() - before).isLessThan(weights);
      engines.forEach(InferenceEngine::close);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void memoryDoesNotGrowWithTheNumberOfBatches() throws IOException {
    int size = 256;
    try (BufferAllocator allocator = new RootAllocator();
        LoadedModel model = open(TestNetworks.writeConvolutional(folder.resolve("network.zip")));
        InferenceEngine engine = model.newEngine();
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(size, 144))) {
      tensor.memory().setZero(0, tensor.bytes());
      Batch batch = new Batch(size, Map.of("input", tensor));
      run(engine, batch, 300);
      long before = residentBytes();
      run(engine, batch, 1500);
      // One activation of the first layer has 0.9 MB: losing a part of them would show.
      assertThat(residentBytes() - before).isLessThan(100 * MEGABYTE);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void closingAModelGivesItsWeightsBack() throws IOException {
    Path file = wide(4096);
    open(file).close();
    long before = residentBytes();
    try (LoadedModel model = open(file)) {
      assertThat(residentBytes() - before).isGreaterThan(model.profile().weightBytes() / 2);
    }
    assertThat(residentBytes() - before).isLessThan(32 * MEGABYTE);
  }

  /** Matrices are read where they lie. */
  @Test
  void packedConvolutionsCountTwiceAndMatricesOnce() throws IOException {
    try (LoadedModel dense = open(wide(64));
        LoadedModel convolutions =
            open(TestNetworks.writeConvolutional(folder.resolve("network.zip")))) {
      assertThat(dense.sharedBytes()).isEqualTo(dense.profile().weightBytes());
      long kernels = Dl4jBackend.start().blocked().isPresent() ? 6 * 9 + 8 * 6 * 9 : 0;
      assertThat(convolutions.sharedBytes() - convolutions.profile().weightBytes())
          .isEqualTo(kernels * Float.BYTES);
    }
  }

  @Test
  void weightsStayWhileAnEngineIsOpen() throws IOException {
    try (BufferAllocator allocator = new RootAllocator();
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(1, 144))) {
      tensor.memory().setZero(0, tensor.bytes());
      Batch batch = new Batch(1, Map.of("input", tensor));
      LoadedModel model = open(TestNetworks.writeConvolutional(folder.resolve("network.zip")));
      InferenceEngine engine = model.newEngine();
      model.close();
      try (Predictions predictions = engine.predict(batch)) {
        assertThat(predictions.only().shape()).isEqualTo(Shape.of(1, 5));
      }
      engine.close();
      assertThatThrownBy(() -> engine.predict(batch)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(model::newEngine).isInstanceOf(IllegalStateException.class);
    }
  }

  private LoadedModel open(Path file) throws IOException {
    return new Dl4jEngineProvider().open(KerasFiles.reference(file, Map.of()));
  }

  private static void run(InferenceEngine engine, Batch batch, int times) {
    for (int i = 0; i < times; i++) {
      engine.predict(batch).close();
    }
  }

  /** Two square dense layers and a small one. */
  private Path wide(int width) throws IOException {
    Dl4jBackend.start();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(width).nOut(width).build())
                .layer(new DenseLayer.Builder().nIn(width).nOut(width).build())
                .layer(new OutputLayer.Builder().nIn(width).nOut(2).build())
                .build());
    long parameters = 2L * (width * (width + 1L)) + 2L * width + 2;
    network.init(Nd4j.zeros(DataType.FLOAT, 1, parameters), false);
    Path file = folder.resolve("wide.zip");
    Dl4jModelFile.write(file, network, Shape.of(width));
    network.params().close();
    return file;
  }

  private static long residentBytes() throws IOException {
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1])
        * PAGE_BYTES;
  }
}
