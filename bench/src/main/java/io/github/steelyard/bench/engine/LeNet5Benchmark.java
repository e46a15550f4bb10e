package io.github.steelyard.bench.engine;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;

/** The small convolutional network as it was published: much of its time is in tanh. */
@AutoService(Benchmark.class)
public final class LeNet5Benchmark extends EngineBenchmark {
  @Override
  public String name() {
    return "dl4j-lenet5";
  }

  @Override
  public String question() {
    return "LeNet-5 as published (6 and 16 kernels, tanh, means) on digits of 32x32, batches of 64, one thread: Steelyard's"
        + " Deeplearning4j engine against PyTorch and ONNX Runtime.";
  }

  @Override
  Work work() {
    return Networks.published("lenet-5", 64, 16, 1);
  }

  @Override
  List<EngineArm> engines() {
    return List.of(EngineArm.STEELYARD, EngineArm.PYTORCH, EngineArm.ONNX_RUNTIME);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("dl4j-lenet5-pytorch", EngineArm.STEELYARD.over(EngineArm.PYTORCH)).atLeast(1),
        Target.of("dl4j-lenet5-onnxruntime", EngineArm.STEELYARD.over(EngineArm.ONNX_RUNTIME)));
  }
}
