package io.github.steelyard.engine.dl4j.backend;

import io.github.steelyard.engine.problem.BadInputException;

/** NVIDIA's libraries, which are the machine's own and no part of this build. */
final class CudaLibraries {
  private CudaLibraries() {}

  /**
   * Loads them before ND4J is touched: once that has failed to start on a GPU, it would not start
   * on the CPU either, and other models may want to.
   *
   * @throws BadInputException when they are not there; everything is then as before
   */
  static void require() {
    boolean chosen = NativeExtension.choose(Dl4jDevices.cudaExtension());
    try {
      Class.forName("org.bytedeco.cuda.global.cublas");
    } catch (LinkageError | ClassNotFoundException e) {
      if (chosen) {
        NativeExtension.forget();
      }
      throw new BadInputException(
          "Cannot load CUDA for Deeplearning4j: expected the libraries of CUDA 11.6 (libcudart,"
              + " libcublas and libcusolver 11), and a driver for them, on the library path",
          e);
    }
  }
}
