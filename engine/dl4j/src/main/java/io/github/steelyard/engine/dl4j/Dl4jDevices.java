package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.inference.Device;
import io.github.steelyard.engine.inference.EngineSupport;
import io.github.steelyard.engine.inference.Precision;
import java.util.Map;
import java.util.Set;

/** What Deeplearning4j can compute on. */
final class Dl4jDevices {
  private static final String NOT_BUILT =
      "CUDA is not in this build, expected one made with mvn -Pcuda-dl4j";

  private Dl4jDevices() {}

  static EngineSupport support() {
    return EngineSupport.withoutGpu(
        "dl4j", Map.of(Device.CPU, Set.of(Precision.FLOAT32)), NOT_BUILT);
  }
}
