package io.github.steelyard.bench.network;

import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Says what a Deeplearning4j graph does in ONNX's words. It knows the layers of the networks that
 * are measured here; that it says the right thing is seen by the arms' answers.
 */
final class GraphTranslation {
  private final ComputationGraph network;
  private final WeightsFile weights;
  private final List<Operator> operators = new ArrayList<>();

  private GraphTranslation(ComputationGraph network, WeightsFile weights) {
    this.network = network;
    this.weights = weights;
  }

  /** Writes the weights on the way. */
  static PortableNetwork of(ComputationGraph network, Shape inputShape, WeightsFile weights)
      throws IOException {
    GraphTranslation translation = new GraphTranslation(network, weights);
    for (int index : network.topologicalSortOrder()) {
      translation.vertex(network.getVertices()[index].getVertexName());
    }
    String input = network.getConfiguration().getNetworkInputs().get(0);
    String output = network.getConfiguration().getNetworkOutputs().get(0);
    FeedForwardLayer classifier = (FeedForwardLayer) network.getLayer(output).conf().getLayer();
    return new PortableNetwork(
        input,
        inputShape,
        translation.operators,
        weights.weights(),
        Math.toIntExact(classifier.getNOut()));
  }

  private void vertex(String name) throws IOException {
    GraphVertex vertex = network.getConfiguration().getVertices().get(name);
    List<String> inputs =
        network.getConfiguration().getVertexInputs().getOrDefault(name, List.of());
    if (vertex instanceof LayerVertex layered) {
      String from = inputs.get(0);
      if (layered.getPreProcessor() != null) {
        from = add("Flatten", name + "-flat", from);
      }
      layer(name, from, layered.getLayerConf().getLayer());
    } else if (vertex instanceof ElementWiseVertex sum
        && sum.getOp() == ElementWiseVertex.Op.Add
        && inputs.size() == 2) {
      operators.add(Operator.of("Add", inputs, name));
    } else if (vertex != null) {
      throw unknown(name, vertex);
    }
  }

  private void layer(String name, String from, Layer layer) throws IOException {
    Class<?> kind = layer.getClass();
    if (kind == ConvolutionLayer.class) {
      convolution(name, from, (ConvolutionLayer) layer);
    } else if (kind == SubsamplingLayer.class) {
      pooling(name, from, (SubsamplingLayer) layer);
    } else if (kind == DenseLayer.class || kind == OutputLayer.class) {
      dense(name, from, (FeedForwardLayer) layer);
    } else if (kind == BatchNormalization.class) {
      normalization(name, from, (BatchNormalization) layer);
    } else if (kind == ActivationLayer.class) {
      activation(name, from, ((ActivationLayer) layer).getActivationFn());
    } else if (kind == GlobalPoolingLayer.class) {
      add("Flatten", name, add("GlobalAveragePool", name + "-mean", from));
    } else {
      throw unknown(name, layer);
    }
  }

  private void convolution(String name, String from, ConvolutionLayer layer) throws IOException {
    INDArray kernels = network.getLayer(name).getParam("W");
    List<String> inputs = new ArrayList<>(List.of(from));
    inputs.add(store(name + "-kernels", Shape.of(kernels.shape()), kernels));
    if (layer.hasBias()) {
      inputs.add(bias(name));
    }
    String summed = before(name, layer.getActivationFn());
    operators.add(
        new Operator(
            "Conv",
            inputs,
            summed,
            window(
                layer.getConvolutionMode(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding()),
            Map.of()));
    after(name, summed, layer.getActivationFn());
  }

  private void pooling(String name, String from, SubsamplingLayer layer) {
    String kind =
        switch (layer.getPoolingType()) {
          case MAX -> "MaxPool";
          case AVG -> "AveragePool";
          default -> throw unknown(name, layer);
        };
    operators.add(
        new Operator(
            kind,
            List.of(from),
            name,
            window(
                layer.getConvolutionMode(),
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding()),
            Map.of()));
  }

  private void dense(String name, String from, FeedForwardLayer layer) throws IOException {
    INDArray matrix = network.getLayer(name).getParam("W");
    List<String> inputs = new ArrayList<>(List.of(from));
    inputs.add(store(name + "-matrix", Shape.of(matrix.shape()), matrix));
    if (network.getLayer(name).getParam("b") != null) {
      inputs.add(bias(name));
    }
    String summed = before(name, layer.getActivationFn());
    operators.add(Operator.of("Gemm", inputs, summed));
    after(name, summed, layer.getActivationFn());
  }

  private void normalization(String name, String from, BatchNormalization layer)
      throws IOException {
    List<String> inputs = new ArrayList<>(List.of(from));
    for (String part : List.of("gamma", "beta", "mean")) {
      INDArray values = network.getLayer(name).getParam(part);
      inputs.add(store(name + "-" + part, Shape.of(values.length()), values));
    }
    INDArray variance = variance(name);
    inputs.add(store(name + "-variance", Shape.of(variance.length()), variance));
    operators.add(
        new Operator(
            "BatchNormalization",
            inputs,
            name,
            Map.of(),
            Map.of("epsilon", (float) layer.getEps())));
  }

  /** Deeplearning4j keeps it as such, or as the decimal logarithm of its root. */
  private INDArray variance(String name) {
    INDArray logarithm = network.getLayer(name).getParam("log10stdev");
    return logarithm == null
        ? network.getLayer(name).getParam("var")
        : Transforms.exp(logarithm.mul(2 * Math.log(10)), false);
  }

  private void activation(String name, String from, IActivation function) {
    String kind = function.toString().toLowerCase(Locale.ROOT);
    switch (kind) {
      case "relu" -> add("Relu", name, from);
      case "tanh" -> add("Tanh", name, from);
      case "softmax" -> add("Softmax", name, from);
      default -> throw unknown(name, function);
    }
  }

  /** What the sum is called before the layer's own activation gives the layer's name. */
  private static String before(String name, IActivation function) {
    return identity(function) ? name : name + "-sum";
  }

  private void after(String name, String summed, IActivation function) {
    if (!identity(function)) {
      activation(name, summed, function);
    }
  }

  private static boolean identity(IActivation function) {
    return function.toString().equalsIgnoreCase("identity");
  }

  private static Map<String, List<Long>> window(
      ConvolutionMode mode, int[] kernel, int[] stride, int[] padding) {
    boolean kept = mode == ConvolutionMode.Same;
    if (kept && !(stride[0] == 1 && stride[1] == 1 && kernel[0] % 2 == 1 && kernel[1] % 2 == 1)) {
      throw new IllegalArgumentException("Cannot say in numbers how much 'Same' pads here");
    }
    long top = kept ? kernel[0] / 2 : padding[0];
    long left = kept ? kernel[1] / 2 : padding[1];
    return Map.of(
        "kernel_shape", List.of((long) kernel[0], (long) kernel[1]),
        "strides", List.of((long) stride[0], (long) stride[1]),
        "pads", List.of(top, left, top, left));
  }

  private String bias(String name) throws IOException {
    INDArray bias = network.getLayer(name).getParam("b");
    return store(name + "-bias", Shape.of(bias.length()), bias);
  }

  private String store(String name, Shape shape, INDArray values) throws IOException {
    weights.add(name, shape, values);
    return name;
  }

  private String add(String kind, String name, String from) {
    operators.add(Operator.of(kind, List.of(from), name));
    return name;
  }

  private static IllegalArgumentException unknown(String name, Object what) {
    return new IllegalArgumentException(
        "Cannot translate '" + name + "': " + what.getClass().getSimpleName() + " is unknown here");
  }
}
