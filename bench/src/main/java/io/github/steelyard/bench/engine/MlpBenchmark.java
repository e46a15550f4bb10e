package io.github.steelyard.bench.engine;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;

/** The perceptron whose matrix products are large enough to matter. */
@AutoService(Benchmark.class)
public final class MlpBenchmark extends EngineBenchmark {
  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String question() {
    return "MLP 784-512-512-10, batches of 256, one thread: Steelyard's Deeplearning4j engine against Deeplearning4j as it"
        + " comes, PyTorch and ONNX Runtime; ONNX Runtime through Steelyard against itself.";
  }

  @Override
  Work work() {
    return Networks.mlp(512, 2, 256, 40, 1);
  }

  @Override
  List<EngineArm> engines() {
    return List.of(
        EngineArm.STEELYARD,
        EngineArm.STOCK,
        EngineArm.PYTORCH,
        EngineArm.STEELYARD_ONNX_RUNTIME,
        EngineArm.ONNX_RUNTIME);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("dl4j-mlp-onnxruntime", EngineArm.STEELYARD.over(EngineArm.ONNX_RUNTIME))
            .atLeast(0.65),
        Target.of("dl4j-mlp-pytorch", EngineArm.STEELYARD.over(EngineArm.PYTORCH)),
        Target.of("dl4j-mlp-stock", EngineArm.STEELYARD.over(EngineArm.STOCK)),
        Target.of(
                "onnxruntime-bare-mlp",
                EngineArm.STEELYARD_ONNX_RUNTIME.over(EngineArm.ONNX_RUNTIME))
            .atLeast(0.95));
  }
}
