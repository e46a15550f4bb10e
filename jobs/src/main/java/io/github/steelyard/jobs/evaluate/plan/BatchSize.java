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
 * example, milliseconds where it says so, least of several rounds; * is what comes out):
 *
 * <pre>
 *                               1      4     16     64    128    256    512
 * MLP 784-64-10      DL4J     3.1    1.2    1.2   0.63   0.53   0.48   0.46*
 *                    ONNX     4.0    1.1   0.57   0.44   0.43   0.40   0.39*
 * MLP 784-512-512-10 DL4J      27     13    9.0    6.1    5.5    5.4    5.2*
 *                    ONNX      29    7.8    5.7    5.1    5.2    5.1    5.2*
 * LeNet-5 (0.4M)     DL4J      15     12     11   10.6   10.5   10.5*  10.6
 *                    ONNX      17     13     12   11.2   11.2   11.5*  12.7
 * LeNet (2.3M MACs)  DL4J      45     32     28     26     26*    29     33
 *                    ONNX      57     41     39     38     39*    44     47
 *                               1      2      4      8     16
 * ResNet-50, ms      DL4J    37.5   36.0   36.1*  36.5   38.0
 *                    ONNX    35.0   34.0   33.8*  34.7   34.7
 * VGG-16, ms         DL4J     133    126    124    122*   119
 *                    ONNX     132    127    124    123*   124
 * </pre>
 *
 * <p>LeNet's activations leave the caches from 256 on: a batch larger than needed is slower.
 */
final class BatchSize {
  static final int MOST = 512;
  static final long MOST_BYTES = 256L << 20;

  private static final int SHARE = 64;

  /** What could be computed in the time that a call of an engine takes besides: about 5 us. */
  private static final double CALL_MACS = 1 << 19;

  /** What a core computes, some 100 billion a second, while it reads one byte of weights. */
  private static final double MACS_PER_WEIGHT_BYTE = 2;

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
