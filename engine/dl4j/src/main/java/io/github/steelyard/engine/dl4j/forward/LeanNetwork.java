package io.github.steelyard.engine.dl4j.forward;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.check.Difference;
import io.github.steelyard.engine.dl4j.forward.check.OneDnnCheck;
import io.github.steelyard.engine.dl4j.forward.kind.Kinds;
import io.github.steelyard.engine.dl4j.forward.kind.PreprocessorKind;
import io.github.steelyard.engine.dl4j.forward.kind.Site;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import io.github.steelyard.engine.dl4j.forward.running.Forward;
import io.github.steelyard.engine.dl4j.forward.running.ForwardPass;
import io.github.steelyard.engine.dl4j.forward.running.Storage;
import io.github.steelyard.engine.dl4j.forward.running.UnplacedProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network compiled to native operations, over parameters that all threads share. A network with a
 * layer that is not known here is left to Deeplearning4j as a whole; {@link #unknown} says which.
 *
 * <p>Each operation that oneDNN would run is run once on a small seeded input with and without it.
 * Where the results differ by more than {@link Difference#TOLERANCE}, libnd4j's own code runs that
 * layer; {@link #notes} says so. The outcome depends on the model and the kernels alone, so that
 * equal keys stay equal predictions.
 */
public final class LeanNetwork {
  /**
   * A layer or vertex of the network.
   *
   * @param from names of nodes or inputs
   * @param output the shape of one example
   * @param parameters of the layer, by Deeplearning4j's keys; none for a vertex
   */
  public record Node(
      String name,
      List<String> from,
      GraphVertex vertex,
      Shape output,
      Map<String, INDArray> parameters) {}

  private final Program program;
  private final Map<String, Value> values = new HashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private LeanNetwork(int inputs) {
    program = new Program(inputs);
  }

  /**
   * Compiles a network, as far as its first unknown layer.
   *
   * @param inputs shapes of one example, iterated in the order in which batches bring them
   * @param nodes each after those it needs
   */
  public static LeanNetwork compile(
      Map<String, Shape> inputs, List<Node> nodes, List<String> outputs) {
    LeanNetwork network = new LeanNetwork(inputs.size());
    inputs.forEach(
        (name, shape) -> network.values.put(name, new Value(network.values.size(), shape)));
    for (Node node : nodes) {
      if (!network.unknown.isEmpty()) {
        break;
      }
      network.add(node);
    }
    if (network.lean()) {
      outputs.forEach(network::output);
    }
    if (network.lean()) {
      new OneDnnCheck(network.notes).replaceDisagreeing(network.program.operations());
    }
    return network;
  }

  /** Whether every layer is known. */
  public boolean lean() {
    return unknown.isEmpty();
  }

  /** The first layer that stands in the way, with its kind; empty where none does. */
  public List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** Layers that run without oneDNN, and why. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The operations of a lean network. */
  public Program program() {
    return program;
  }

  /** A forward pass for one thread. */
  public Forward newPass() {
    if (!lean()) {
      throw new IllegalStateException("Cannot run " + unknown);
    }
    return new ForwardPass(
        program.outputs(), rows -> new UnplacedProgram(program, Storage.plan(program), rows));
  }

  private void add(Node node) {
    List<Value> from = new ArrayList<>();
    for (String name : node.from()) {
      Value value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("nothing is named " + name);
      }
      from.add(value);
    }
    Value value = value(node, from);
    if (value != null && !value.shape().equals(node.output())) {
      value = null;
    }
    if (value == null) {
      unknown.add(node.name() + " (" + kind(node.vertex()) + ")");
    } else {
      values.put(node.name(), value);
    }
  }

  private @Nullable Value value(Node node, List<Value> from) {
    GraphVertex vertex = unfrozen(node.vertex());
    if (from.isEmpty()) {
      return null;
    }
    if (!(vertex instanceof LayerVertex layered)) {
      return Kinds.add(vertex, site(node, from));
    }
    Value input = PreprocessorKind.through(layered.getPreProcessor(), from.get(0));
    Layer layer = layer(layered);
    boolean plain = !(layer instanceof BaseLayer weighted && weighted.getWeightNoise() != null);
    return input == null || !plain ? null : Kinds.add(layer, site(node, List.of(input)));
  }

  private Site site(Node node, List<Value> from) {
    return new Site(node.name(), from, node.output(), node.parameters(), program);
  }

  private void output(String name) {
    Value value = values.get(name);
    if (value == null || value.storage() < program.inputs()) {
      unknown.add(name + " (an input given back)");
    } else {
      program.outputs().add(value);
    }
  }

  private static GraphVertex unfrozen(GraphVertex vertex) {
    return vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex;
  }

  private static Layer layer(LayerVertex vertex) {
    Layer layer = vertex.getLayerConf().getLayer();
    return layer instanceof FrozenLayer frozen ? frozen.getLayer() : layer;
  }

  private static String kind(GraphVertex vertex) {
    return unfrozen(vertex) instanceof LayerVertex layered
        ? layer(layered).getClass().getSimpleName()
        : vertex.getClass().getSimpleName();
  }
}
