package org.nd4j.nativeblas;

import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;

/**
 * A bridge for Deeplearning4j 1.0.0-M2.1. Its layers ask a class of this name whether oneDNN may be
 * used, but the class has moved to {@code org.nd4j.linalg.cpu.nativecpu.bindings}; without an
 * answer they fall back to code that is several times slower.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** What {@code BaseMKLDNNHelper.mklDnnEnabled} looks up by name. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    public static Environment getInstance() {
      return INSTANCE;
    }

    /** Whether the native library in use was built with oneDNN, and oneDNN is switched on. */
    public boolean isUseMKLDNN() {
      return Dl4jBackend.start().oneDnn()
          && org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
