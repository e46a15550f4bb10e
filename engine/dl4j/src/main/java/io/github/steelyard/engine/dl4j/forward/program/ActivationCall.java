package io.github.steelyard.engine.dl4j.forward.program;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation function as Deeplearning4j runs it, in place. */
public record ActivationCall(IActivation function, Value value) implements Operation {
  @Override
  public List<Value> reads() {
    return List.of(value);
  }

  @Override
  public Value writes() {
    return value;
  }

  @Override
  public Runnable bind(Function<Value, INDArray> arrays) {
    INDArray array = arrays.apply(value);
    return () -> {
      INDArray result = function.getActivation(array, false);
      // Most functions work in place; the array must hold the result whichever way they do.
      if (result != array) {
        array.assign(result);
        if (result.closeable()) {
          result.close();
        }
      }
    };
  }
}
