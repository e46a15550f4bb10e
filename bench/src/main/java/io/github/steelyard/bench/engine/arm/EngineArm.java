package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import java.io.IOException;

/** One way to run a network, by name. */
public record EngineArm(String name, Opener opener) {
  /** Makes an arm ready for some work. */
  public interface Opener {
    Arm open(Work work, Workplace workplace) throws IOException;
  }

  /** Steelyard's Deeplearning4j engine. */
  public static final EngineArm STEELYARD = new EngineArm("steelyard", SteelyardArm::dl4j);

  /** Deeplearning4j as it comes. */
  public static final EngineArm STOCK = new EngineArm("stock", StockArm::open);

  public static final EngineArm PYTORCH = new EngineArm("pytorch", PyTorchArm::open);

  /** ONNX Runtime by itself. */
  public static final EngineArm ONNX_RUNTIME = new EngineArm("onnxruntime", OnnxRuntimeArm::open);

  /** ONNX Runtime through Steelyard. */
  public static final EngineArm STEELYARD_ONNX_RUNTIME =
      new EngineArm("steelyard-onnxruntime", SteelyardArm::onnxRuntime);

  /** The bare products of a perceptron with layers of these widths. */
  public static EngineArm gemm(int... widths) {
    return new EngineArm("gemm", (work, workplace) -> GemmArm.open(work, workplace, widths));
  }

  /** How many times as fast this one is. */
  public Ratio over(EngineArm other) {
    return Ratio.throughput(name, other.name);
  }
}
