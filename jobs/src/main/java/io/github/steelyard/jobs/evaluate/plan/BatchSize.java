package io.github.steelyard.jobs.evaluate.plan;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelProfile;

/**
 * How many examples a model is given at once where the suite does not say: a power of two from 1 to
 * {@value #MOST} which the model's profile alone decides. It names cached predictions, so neither
 * the machine nor its load may change it.
 *
 * <p>A call of an engine costs something whatever its batch: the way into native code, and one
 * reading of the weights. The batch is the smallest at which that is at most 1/{@value #SHARE} of
 * the arithmetic:
 *
 * <pre>batch * MACs &gt;= SHARE * (CALL_MACS + MACS_PER_WEIGHT_BYTE * weight bytes)</pre>
 *
 * <p>and no larger than what {@value #MOST_BYTES} bytes hold of inputs and of the two neighbouring
 * layers with the largest outputs. Larger ones bring nothing: they leave the CPU's caches, and each
 * task's memory grows with them.
 *
 * <p>The constants come from CPU time on one thread (AMD EPYC with AVX-512, microseconds for each
 * example, 1 to 512 at once; * is what comes out):
 *
 * <pre>
 *                               1       4      16     64    256    512
 * MLP 784-64-10      DL4J     203      45      11    4.9    3.0    2.3*
 *                    ONNX     8.6     2.6     1.4    1.1    1.0    1.0*
 * MLP 784-512-512-10 DL4J     427     132      46     26     21     20*
 *                    ONNX      51      19      15     14     14     14*
 * LeNet (2.3M MACs)  DL4J     795     284     173    123    113    106*
 *                    ONNX     127      97      93     94     92     93*
 * VGG-like (39M)     ONNX     754     739     709    704    704    691    (32*: 703)
 * VGG-16             DL4J  547000  486000  417000                         (8*: 430000)
 *                    ONNX  302000  303000  306000                         (8*: 290000 at best)
 * </pre>
 */
final class BatchSize {
  static final int MOST = 512;
  static final long MOST_BYTES = 256L << 20;

  private static final int SHARE = 64;

  /** What could be computed in the time that a call of an engine takes besides: about 0.1 ms. */
  private static final double CALL_MACS = 1 << 22;

  /** What a core computes, some 30 to 50 billion a second, while it reads one byte of weights. */
  private static final double MACS_PER_WEIGHT_BYTE = 3;

  private BatchSize() {}

  /** For a model whose MACs are unknown, each of its parameters is taken to work once. */
  static int of(ModelProfile model) {
    double macs =
        Math.max(1, Math.max(model.macsPerExample(), model.parametersWithoutEmbeddings()));
    double wanted = SHARE * (CALL_MACS + MACS_PER_WEIGHT_BYTE * model.weightBytes()) / macs;
    double most = Math.min(MOST, (double) MOST_BYTES / Math.max(1, bytesPerExample(model)));
    int size = 1;
    while (size < wanted && 2 * size <= most) {
      size *= 2;
    }
    return size;
  }

  /** Inputs, and the two neighbouring layers whose outputs are largest; open extents count once. */
  static double bytesPerExample(ModelProfile model) {
    double inputs = 0;
    for (TensorSpec input : model.inputs()) {
      inputs += elements(input.shape()) * input.type().bytes();
    }
    double largest = 0;
    double before = inputs;
    for (LayerProfile layer : model.layers()) {
      double output = elements(layer.output()) * Float.BYTES;
      largest = Math.max(largest, before + output);
      before = output;
    }
    return inputs + largest;
  }

  private static double elements(Shape shape) {
    return shape.extents().stream()
        .mapToDouble(extent -> Math.max(1, extent))
        .reduce(1, (a, b) -> a * b);
  }
}
