package io.github.steelyard.engine.onnxruntime;

import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;

/** The same on a GPU; skipped where there is none. */
class OnnxGpuTest extends OnnxTwoInputsTest {
  @Override
  protected Placement placement() {
    return Placement.gpu(0, Precision.FLOAT32);
  }
}
