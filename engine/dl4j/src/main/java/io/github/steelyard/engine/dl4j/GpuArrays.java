package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Carries tensors to a GPU and back. Arrow's memory belongs to the host, and ND4J's CUDA arrays
 * remember which side wrote last, so nothing is shared: only ND4J's own copies keep that right.
 */
final class GpuArrays {
  private GpuArrays() {}

  /** A float32 tensor on the GPU of the calling thread; the caller closes it. */
  static INDArray copy(Tensor tensor, long[] shape) {
    float[] floats = new float[Math.toIntExact(tensor.shape().elements())];
    tensor.buffer().asFloatBuffer().get(floats);
    return Nd4j.create(floats, shape, 'c');
  }

  /** The result of a network, waited for, into a float32 tensor of the same shape. */
  static void fill(Tensor tensor, INDArray result) {
    INDArray ordered = result.dup('c');
    try {
      tensor.buffer().asFloatBuffer().put(ordered.data().asFloat());
    } finally {
      ordered.close();
    }
  }
}
