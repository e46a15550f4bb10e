package io.github.steelyard.engine.dl4j.blocked.plan;

import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One step of a pass. */
sealed interface BlockedStep {
  /**
   * The step over memory that is there now.
   *
   * @param arrays a value as an array over a region
   */
  Runnable bind(BiFunction<Region, Value, INDArray> arrays);

  /** One primitive. */
  record Fused(primitive work, stream order, IntMemoryMap arguments) implements BlockedStep {
    @Override
    public Runnable bind(BiFunction<Region, Value, INDArray> arrays) {
      // On a CPU the call returns when all is done.
      return () -> work.execute(order, arguments);
    }
  }

  /** One of ND4J's operations. */
  record Plain(Operation operation, Map<Value, Region> used) implements BlockedStep {
    @Override
    public Runnable bind(BiFunction<Region, Value, INDArray> arrays) {
      return operation.bind(
          value -> arrays.apply(Objects.requireNonNull(used.get(value), "no such operand"), value));
    }
  }
}
