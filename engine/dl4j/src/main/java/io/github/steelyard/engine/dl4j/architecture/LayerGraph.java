package io.github.steelyard.engine.dl4j.architecture;

import io.github.steelyard.engine.data.Shape;
import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A graph from {@link Architecture#INPUT} upwards, whose nodes are named by their kind and counted:
 * {@code convolution-1}, {@code convolution-2}. Weights start as He et al. 2015 propose for
 * rectifiers where a layer says nothing else; Adam trains them.
 */
public final class LayerGraph {
  private final ComputationGraphConfiguration.GraphBuilder graph;
  private final Map<String, Integer> counts = new HashMap<>();
  private String top = Architecture.INPUT;

  /**
   * An empty graph.
   *
   * @param exampleShape {@code [channels, height, width]} or {@code [features]}
   */
  public LayerGraph(Shape exampleShape, long seed, double learningRate) {
    graph =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(DataType.FLOAT)
            .updater(new Adam(learningRate))
            .weightInit(WeightInit.RELU)
            .graphBuilder()
            .addInputs(Architecture.INPUT)
            .setInputTypes(inputType(exampleShape));
  }

  private static InputType inputType(Shape shape) {
    return shape.rank() == 1
        ? InputType.feedForward(shape.extent(0))
        : InputType.convolutional(shape.extent(1), shape.extent(2), shape.extent(0));
  }

  /** The node that the next layer stands on. */
  public String top() {
    return top;
  }

  /** Starts a branch: the next layer stands on that node. */
  public void continueFrom(String node) {
    top = node;
  }

  /** Puts a layer on top. */
  public void add(String kind, Layer layer) {
    String name = nextName(kind);
    graph.addLayer(name, layer, top);
    top = name;
  }

  /** Adds two branches of one shape, element by element; the sum is the new top. */
  public void sum(String shortcut, String branch) {
    join("shortcut", new ElementWiseVertex(ElementWiseVertex.Op.Add), shortcut, branch);
  }

  /** Puts the channels of one branch behind those of another; the whole is the new top. */
  public void concatenate(String first, String second) {
    join("concatenation", new MergeVertex(), first, second);
  }

  private void join(String kind, GraphVertex vertex, String... branches) {
    top = nextName(kind);
    graph.addVertex(top, vertex, branches);
  }

  private String nextName(String kind) {
    return kind + "-" + counts.merge(kind, 1, Integer::sum);
  }

  /** The graph whose only output is the node on top. */
  public ComputationGraphConfiguration configuration() {
    return graph.setOutputs(top).build();
  }
}
