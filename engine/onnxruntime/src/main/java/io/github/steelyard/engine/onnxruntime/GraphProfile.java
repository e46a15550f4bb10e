package io.github.steelyard.engine.onnxruntime;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.onnxruntime.graph.GraphNode;
import io.github.steelyard.engine.onnxruntime.graph.ModelGraph;
import io.github.steelyard.engine.onnxruntime.graph.StoredTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each operator of a graph stores and costs.
 *
 * <p>A stored tensor counts once, with the first operator that reads it; 64-bit integers, booleans
 * and scalars are no parameters. Multiply-accumulates are counted for convolutions and products of
 * matrices, in float or quantized, biases left out. Where a shape depends on data, or an operator
 * multiplies in a way that is not counted here (recurrence, attention, graphs within the graph),
 * they are 0 and the layer's kind ends in {@value #UNKNOWN}.
 */
final class GraphProfile {
  static final String UNKNOWN = " (cost unknown)";

  /** Inputs from here on of these operators say how, not what. */
  private static final Map<String, Integer> SETTINGS_FROM =
      Map.of("Resize", 1, "Upsample", 1, "Clip", 1, "Pad", 1);

  /** Operators that multiply much, and whose products are not counted here. */
  private static final Set<String> UNCOUNTED =
      Set.of(
          "LSTM",
          "GRU",
          "RNN",
          "Attention",
          "QAttention",
          "MultiHeadAttention",
          "GroupQueryAttention",
          "Einsum",
          "DeformConv",
          "If",
          "Loop",
          "Scan");

  /** Inputs of a batch normalization: data, scale, bias, mean, variance. */
  private static final int FIRST_STATISTIC = 3;

  private final ModelGraph graph;
  private final Map<String, long[]> shapes;
  private final long batch;
  private final Set<String> counted = new HashSet<>();
  private long weightBytes;

  private GraphProfile(ModelGraph graph, Map<String, long[]> shapes, long batch) {
    this.graph = graph;
    this.shapes = shapes;
    this.batch = batch;
  }

  static ModelProfile build(ModelGraph graph, ModelPorts ports, long fileBytes)
      throws UnusableModelException {
    GraphProfile profile =
        new GraphProfile(graph, ShapeInference.shapes(graph, ports), ports.trialBatch());
    try {
      List<LayerProfile> layers = new ArrayList<>();
      for (GraphNode node : graph.nodes()) {
        if (!node.constant()) {
          layers.add(profile.layer(node));
        }
      }
      return new ModelProfile(
          "onnx", ports.inputs(), ports.predictions(), layers, profile.weightBytes, fileBytes);
    } catch (ArithmeticException e) {
      throw new UnusableModelException(
          "its tensors have more numbers than can be counted: expected at most 2^63", e);
    }
  }

  private LayerProfile layer(GraphNode node) {
    long parameters = 0;
    long statistics = 0;
    long embeddings = 0;
    int settings = SETTINGS_FROM.getOrDefault(node.kind(), Integer.MAX_VALUE);
    for (int i = 0; i < Math.min(settings, node.inputs().size()); i++) {
      StoredTensor tensor = graph.stored().get(node.input(i));
      if (tensor != null && tensor.weight() && counted.add(tensor.name())) {
        parameters = Math.addExact(parameters, tensor.elements());
        weightBytes = Math.addExact(weightBytes, tensor.bytes());
        if (node.kind().equals("Gather") && i == 0) {
          embeddings = tensor.elements();
        }
        if (node.kind().equals("BatchNormalization") && i >= FIRST_STATISTIC) {
          statistics = Math.addExact(statistics, tensor.elements());
        }
      }
    }
    if (!node.kind().equals("ConstantOfShape")) {
      for (StoredTensor tensor : node.constants()) {
        if (tensor.weight()) {
          parameters = Math.addExact(parameters, tensor.elements());
          weightBytes = Math.addExact(weightBytes, tensor.bytes());
        }
      }
    }
    long macs = macs(node);
    String output = output(node);
    return new LayerProfile(
        node.name().isEmpty() ? output : node.name(),
        macs < 0 ? node.kind() + UNKNOWN : node.kind(),
        example(shapes.get(output)),
        parameters,
        statistics,
        embeddings,
        Math.max(0, macs));
  }

  /** Multiply-accumulates for one example, or -1 where a shape is not told. */
  private long macs(GraphNode node) {
    return switch (node.kind()) {
      case "Conv", "ConvInteger", "FusedConv" -> convolution(node.input(1), output(node));
      case "QLinearConv" -> convolution(node.input(3), output(node));
      case "ConvTranspose" -> convolution(node.input(1), node.input(0));
      case "Gemm", "FusedGemm", "QGemm" -> product(node, true);
      case "MatMul", "MatMulInteger", "QLinearMatMul" -> product(node, false);
      default -> UNCOUNTED.contains(node.kind()) ? -1 : 0;
    };
  }

  /** Each weight works once at every place of the result (of the input, where transposed). */
  private long convolution(String weights, String places) {
    long[] weight = shapes.get(weights);
    long[] place = shapes.get(places);
    if (weight == null || place == null || unknown(weight) || unknown(place) || place.length < 2) {
      return -1;
    }
    return Math.multiplyExact(
        elements(weight), elements(Arrays.copyOfRange(place, 2, place.length)));
  }

  /** Each number of the result is a sum of as many products as the matrices share. */
  private long product(GraphNode node, boolean maybeTransposed) {
    long[] left = shapes.get(node.input(0));
    long[] result = shapes.get(output(node));
    if (left == null || result == null || unknown(left) || unknown(result) || left.length == 0) {
      return -1;
    }
    // Gemm's matrices have two dimensions; a transposed left one has its rows second.
    long shared =
        maybeTransposed && result.length == 2 && result[0] > 0
            ? elements(left) / result[0]
            : left[left.length - 1];
    return Math.multiplyExact(elements(result), shared) / batch;
  }

  /** One example's part of a value, or all of it where its rows are no examples. */
  private Shape example(long @Nullable [] extents) {
    if (extents == null) {
      return Shape.of(Shape.ANY);
    }
    boolean batched = extents.length > 0 && extents[0] == batch;
    return Shape.of(batched ? Arrays.copyOfRange(extents, 1, extents.length) : extents);
  }

  private static String output(GraphNode node) {
    return node.outputs().isEmpty() ? "" : node.outputs().get(0);
  }

  private static boolean unknown(long[] shape) {
    return Arrays.stream(shape).anyMatch(extent -> extent < 0);
  }

  private static long elements(long[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
