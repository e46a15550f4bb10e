package io.github.steelyard.bench.engine;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;

/** The perceptron whose products are so small that what is around them shows. */
@AutoService(Benchmark.class)
public final class SmallMlpBenchmark extends EngineBenchmark {
  @Override
  public String name() {
    return "dl4j-small-mlp";
  }

  @Override
  public String question() {
    return "MLP 784-64-10, batches of 256, one thread: Steelyard's Deeplearning4j engine, with biases, rectifier and softmax,"
        + " against ND4J's bare matrix products of the same sizes into memory that is there; and against PyTorch, ONNX"
        + " Runtime and Deeplearning4j as it comes.";
  }

  @Override
  Work work() {
    return Networks.mlp(64, 1, 256, 40, 4);
  }

  @Override
  List<EngineArm> engines() {
    return List.of(
        EngineArm.STEELYARD,
        EngineArm.gemm(64, 10),
        EngineArm.STOCK,
        EngineArm.PYTORCH,
        EngineArm.ONNX_RUNTIME);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("dl4j-small-mlp-gemm", EngineArm.STEELYARD.over(EngineArm.gemm(64, 10)))
            .atLeast(0.8),
        Target.of("dl4j-small-mlp-onnxruntime", EngineArm.STEELYARD.over(EngineArm.ONNX_RUNTIME)),
        Target.of("dl4j-small-mlp-pytorch", EngineArm.STEELYARD.over(EngineArm.PYTORCH)),
        Target.of("dl4j-small-mlp-stock", EngineArm.STEELYARD.over(EngineArm.STOCK)));
  }
}
