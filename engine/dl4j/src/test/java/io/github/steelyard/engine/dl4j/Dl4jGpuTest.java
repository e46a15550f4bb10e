package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.device.Precision;

/**
 * The same on a GPU; skipped where there is none, or where this process has used the CPU. The
 * profile cuda-dl4j runs it in a process of its own.
 */
class Dl4jGpuTest extends Dl4jGraphTest {
  @Override
  protected Placement placement() {
    return Placement.gpu(0, Precision.FLOAT32);
  }
}
