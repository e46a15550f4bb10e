package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.network.InputFile;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.EngineProvider;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.training.ModelCard;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;

/** One of Steelyard's engines, used as its Spark tasks use it: batches in Arrow's memory. */
final class SteelyardArm extends LoopArm {
  private final BufferAllocator allocator = new RootAllocator();
  private final List<Batch> batches = new ArrayList<>();
  private final LoadedModel model;
  private final InferenceEngine engine;

  private SteelyardArm(Work work, LoadedModel model, Path inputs) throws IOException {
    super(work);
    this.model = model;
    this.engine = model.newEngine();
    read(inputs);
  }

  static SteelyardArm dl4j(Work work, Workplace workplace) throws IOException {
    return open("dl4j", work.files(workplace).zip(), work, workplace);
  }

  static SteelyardArm onnxRuntime(Work work, Workplace workplace) throws IOException {
    return open("onnxruntime", work.files(workplace).onnx(), work, workplace);
  }

  private static SteelyardArm open(String provider, Path file, Work work, Workplace workplace)
      throws IOException {
    ModelCard.ModelFile contents = ModelCard.ModelFile.of(file);
    ModelRef model =
        new ModelRef(
            work.network(), file.toString(), contents.sha256(), contents.bytes(), Map.of());
    LoadedModel loaded = provider(provider).open(model);
    return new SteelyardArm(work, loaded, work.inputs(workplace));
  }

  private static EngineProvider provider(String name) {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No engine '" + name + "' on the class path"));
  }

  private void read(Path inputs) throws IOException {
    Shape shape = work().inputShape().batched(work().batch());
    try (FileChannel channel = FileChannel.open(inputs, StandardOpenOption.READ)) {
      for (int i = 0; i < work().batches(); i++) {
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, shape);
        batches.add(new Batch(work().batch(), Map.of("input", tensor)));
        InputFile.read(channel, i * work().batchBytes(), tensor.buffer());
      }
    }
  }

  @Override
  void run(int batch) {
    engine.predict(batches.get(batch)).close();
  }

  @Override
  void run(int batch, float[] answers, int offset) {
    try (Predictions predictions = engine.predict(batches.get(batch))) {
      predictions
          .only()
          .buffer()
          .asFloatBuffer()
          .get(answers, offset, work().batch() * work().classes());
    }
  }

  @Override
  public void close() {
    engine.close();
    model.close();
    batches.forEach(Batch::close);
    allocator.close();
  }
}
