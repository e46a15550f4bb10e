package io.github.steelyard.engine.dl4j.forward.program;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One step of a forward pass, without memory of its own: all threads share it. */
public interface Operation {
  List<Value> reads();

  Value writes();

  /** The step over given arrays, to be run again and again. */
  Runnable bind(Function<Value, INDArray> arrays);
}
