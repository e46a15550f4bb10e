package io.github.steelyard.engine.dl4j.samediff;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;

/**
 * Counts a graph's operations from the shapes that a run has shown. Matrix products and
 * convolutions count as multiply-accumulates; recurrent layers, which ND4J runs as one operation,
 * do not.
 */
final class GraphCosts {
  private static final Set<String> PRODUCTS = Set.of("matmul", "mmul", "xw_plus_b", "relu_layer");

  /** Where a convolution's arguments say the place of the channels: 0 is first. */
  private static final Map<String, Integer> CHANNELS =
      Map.of(
          "conv1d", 5,
          "conv2d", 9,
          "depthwise_conv2d", 9,
          "sconv2d", 9,
          "deconv2d", 9,
          "conv3dnew", 13);

  private static final int MEAN = 1;
  private static final int VARIANCE = 2;

  private final Map<String, INDArray> weights;
  private final Map<String, long[]> shapes;
  private final int examples;
  private final Set<String> counted = new HashSet<>();

  GraphCosts(Map<String, INDArray> weights, Map<String, long[]> shapes, int examples) {
    this.weights = weights;
    this.shapes = shapes;
    this.examples = examples;
  }

  LayerProfile layer(SameDiffOp operation) {
    DifferentialFunction function = operation.getOp();
    List<String> inputs = operation.getInputsToOp() == null ? List.of() : operation.getInputsToOp();
    long parameters = 0;
    long statistics = 0;
    for (int i = 0; i < inputs.size(); i++) {
      INDArray weight = weights.get(inputs.get(i));
      if (weight != null && isParameter(weight) && counted.add(inputs.get(i))) {
        parameters += weight.length();
        boolean norm = function.opName().equals("batchnorm") && (i == MEAN || i == VARIANCE);
        statistics += norm ? weight.length() : 0;
      }
    }
    long embedding = function.opName().equals("gather") ? parameters : 0;
    String result = operation.getOutputsOfOp().get(0);
    return new LayerProfile(
        operation.getName(),
        function.opName(),
        example(shape(result)),
        parameters,
        statistics,
        embedding,
        macs(function, inputs, shape(result)) / examples);
  }

  /** Numbers on the side, such as an epsilon, and axes are none. */
  static boolean isParameter(INDArray weight) {
    return weight.rank() > 0 && weight.dataType().isFPType();
  }

  private long macs(DifferentialFunction function, List<String> inputs, long[] result) {
    String kind = function.opName();
    if (PRODUCTS.contains(kind) && inputs.size() >= 2 && result.length >= 2) {
      long rows = result[result.length - 2];
      long columns = result[result.length - 1];
      return Math.max(
          product(shape(inputs.get(0))) * columns, product(shape(inputs.get(1))) * rows);
    }
    Integer place = CHANNELS.get(kind);
    if (place == null || !(function instanceof CustomOp custom)) {
      return 0;
    }
    long[] arguments = custom.iArgs();
    boolean first = place >= arguments.length || arguments[place] == 0;
    long[] positions = kind.startsWith("deconv") ? shape(inputs.get(0)) : result;
    long channels = positions[first ? 1 : positions.length - 1];
    long kernels = 0;
    for (String input : inputs.subList(1, inputs.size())) {
      long[] kernel = shape(input);
      kernels += kernel.length >= 3 ? product(kernel) : 0;
    }
    return channels == 0 ? 0 : product(positions) / channels * kernels;
  }

  private long[] shape(String name) {
    INDArray weight = weights.get(name);
    return weight != null ? weight.shape() : shapes.getOrDefault(name, new long[0]);
  }

  /** Of one example, where there is one row for each. */
  private Shape example(long[] shape) {
    List<Long> extents = new ArrayList<>();
    for (int i = shape.length > 1 && shape[0] == examples ? 1 : 0; i < shape.length; i++) {
      extents.add(shape[i]);
    }
    return extents.isEmpty() ? Shape.of(1) : new Shape(extents);
  }

  private static long product(long[] shape) {
    long product = 1;
    for (long extent : shape) {
      product = Math.multiplyExact(product, extent);
    }
    return product;
  }
}
