package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.dl4j.backend.Dl4jDevices;
import io.github.steelyard.engine.inference.device.Precision;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs a network in numbers of 16 bits: what goes in is rounded to them, and what comes out is
 * float32 again. In between ND4J multiplies and adds in those numbers.
 */
public final class HalfPrecision implements NetworkPlan.Runner {
  private final NetworkPlan.Runner network;
  private final DataType type;

  HalfPrecision(NetworkPlan.Runner network, DataType type) {
    this.network = network;
    this.type = type;
  }

  /** The parameters in that precision; the given ones are closed where they are not the same. */
  public static INDArray rounded(INDArray parameters, Precision precision) {
    DataType type = Dl4jDevices.type(precision);
    if (parameters.dataType() == type) {
      return parameters;
    }
    try {
      return parameters.castTo(type);
    } finally {
      parameters.close();
    }
  }

  @Override
  public INDArray[] run(INDArray[] inputs) {
    INDArray[] rounded = cast(inputs, type);
    try {
      INDArray[] results = network.run(rounded);
      try {
        return cast(results, DataType.FLOAT);
      } finally {
        close(results);
      }
    } finally {
      close(rounded);
    }
  }

  private static INDArray[] cast(INDArray[] arrays, DataType type) {
    return Arrays.stream(arrays).map(array -> array.castTo(type)).toArray(INDArray[]::new);
  }

  private static void close(INDArray[] arrays) {
    for (INDArray array : arrays) {
      if (!array.wasClosed() && array.closeable()) {
        array.close();
      }
    }
  }
}
