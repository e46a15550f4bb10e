package io.github.steelyard.bench.engine;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;

/** The small convolutional network. */
@AutoService(Benchmark.class)
public final class LeNetBenchmark extends EngineBenchmark {
  @Override
  public String name() {
    return "lenet";
  }

  @Override
  public String question() {
    return "LeNet (20 and 50 kernels of 5x5, 500 units) on digits of 28x28, batches of 64, one thread: Steelyard's"
        + " Deeplearning4j engine against Deeplearning4j as it comes, PyTorch and ONNX Runtime; ONNX Runtime through"
        + " Steelyard against itself.";
  }

  @Override
  Work work() {
    return Networks.lenet(64, 4, 1);
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
        Target.of("dl4j-lenet-pytorch", EngineArm.STEELYARD.over(EngineArm.PYTORCH)).atLeast(1),
        Target.of("dl4j-lenet-stock", EngineArm.STEELYARD.over(EngineArm.STOCK)),
        Target.of("dl4j-lenet-onnxruntime", EngineArm.STEELYARD.over(EngineArm.ONNX_RUNTIME)),
        Target.of(
                "onnxruntime-bare-lenet",
                EngineArm.STEELYARD_ONNX_RUNTIME.over(EngineArm.ONNX_RUNTIME))
            .atLeast(0.95));
  }
}
