package io.github.steelyard.bench.engine;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;

/** The large network: nearly all of its time is in convolutions. */
@AutoService(Benchmark.class)
public final class Vgg16Benchmark extends EngineBenchmark {
  @Override
  public String name() {
    return "dl4j-vgg16";
  }

  @Override
  public String question() {
    return "VGG-16 on images of 224x224, batches of 4, one thread: Steelyard's Deeplearning4j engine against"
        + " Deeplearning4j as it comes, PyTorch and ONNX Runtime.";
  }

  @Override
  Work work() {
    return Networks.published("vgg-16", 4, 1, 1);
  }

  @Override
  List<EngineArm> engines() {
    return List.of(EngineArm.STEELYARD, EngineArm.STOCK, EngineArm.PYTORCH, EngineArm.ONNX_RUNTIME);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("dl4j-vgg16-stock", EngineArm.STEELYARD.over(EngineArm.STOCK)).atLeast(6),
        Target.of("dl4j-vgg16-pytorch", EngineArm.STEELYARD.over(EngineArm.PYTORCH)).atLeast(1),
        Target.of("dl4j-vgg16-onnxruntime", EngineArm.STEELYARD.over(EngineArm.ONNX_RUNTIME))
            .atLeast(0.65));
  }

  @Override
  public Turns turns() {
    return Turns.FEW;
  }
}
