package io.github.steelyard.bench.engine;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;

/** The network with shortcuts and batch normalizations. */
@AutoService(Benchmark.class)
public final class ResNet50Benchmark extends EngineBenchmark {
  @Override
  public String name() {
    return "dl4j-resnet50";
  }

  @Override
  public String question() {
    return "ResNet-50 on images of 224x224, batches of 4, one thread: Steelyard's Deeplearning4j engine against PyTorch"
        + " and ONNX Runtime, which folds the batch normalizations into the convolutions.";
  }

  @Override
  Work work() {
    return Networks.published("resnet-50", 4, 1, 1);
  }

  @Override
  List<EngineArm> engines() {
    return List.of(EngineArm.STEELYARD, EngineArm.PYTORCH, EngineArm.ONNX_RUNTIME);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("dl4j-resnet50-pytorch", EngineArm.STEELYARD.over(EngineArm.PYTORCH)),
        Target.of("dl4j-resnet50-onnxruntime", EngineArm.STEELYARD.over(EngineArm.ONNX_RUNTIME)));
  }

  @Override
  public Turns turns() {
    return Turns.FEW;
  }
}
