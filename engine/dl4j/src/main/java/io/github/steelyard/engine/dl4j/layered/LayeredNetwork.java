package io.github.steelyard.engine.dl4j.layered;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Either kind of network that Deeplearning4j has, for one thread. */
public interface LayeredNetwork {
  /** Outputs that belong to the caller, in the network's order. */
  INDArray[] run(INDArray[] inputs);

  /**
   * A node's layer; null where the node is a vertex that is none.
   *
   * @param node the number of a layer in a chain
   * @param name the name of a node in a graph
   */
  @Nullable Layer layer(int node, String name);

  /** Puts another layer in that place. */
  void replace(int node, String name, Layer layer);

  /** From now on each activation is memory of its own, which Java's garbage collector frees. */
  void leaveWorkspaces();

  static LayeredNetwork of(MultiLayerNetwork network) {
    return new Chain(network);
  }

  static LayeredNetwork of(ComputationGraph network) {
    return new Graph(network);
  }

  /** Layers one behind the other. */
  record Chain(MultiLayerNetwork network) implements LayeredNetwork {
    @Override
    public INDArray[] run(INDArray[] inputs) {
      try {
        return new INDArray[] {network.output(inputs[0], false)};
      } finally {
        network.clear();
      }
    }

    @Override
    public Layer layer(int node, String name) {
      return network.getLayer(node);
    }

    @Override
    public void replace(int node, String name, Layer layer) {
      network.getLayers()[node] = layer;
    }

    @Override
    public void leaveWorkspaces() {
      network.getLayerWiseConfigurations().setInferenceWorkspaceMode(WorkspaceMode.NONE);
    }
  }

  /** Layers and vertices that are none. */
  record Graph(ComputationGraph network) implements LayeredNetwork {
    @Override
    public INDArray[] run(INDArray[] inputs) {
      try {
        return network.output(false, inputs);
      } finally {
        network.clear();
      }
    }

    @Override
    public @Nullable Layer layer(int node, String name) {
      GraphVertex vertex = network.getVertex(name);
      return vertex.hasLayer() ? vertex.getLayer() : null;
    }

    @Override
    public void replace(int node, String name, Layer layer) {
      ((LayerVertex) network.getVertex(name)).setLayer(layer);
    }

    @Override
    public void leaveWorkspaces() {
      network.getConfiguration().setInferenceWorkspaceMode(WorkspaceMode.NONE);
    }
  }
}
