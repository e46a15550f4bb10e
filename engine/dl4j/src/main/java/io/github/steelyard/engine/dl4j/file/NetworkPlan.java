package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.layered.LayeredCheck;
import io.github.steelyard.engine.dl4j.layered.LayeredNetwork;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The two kinds of network that Deeplearning4j has, seen alike: a graph whose nodes are ordered.
 */
public final class NetworkPlan {
  /** What a network without names for them calls its input and its output. */
  public static final String ONLY_INPUT = "input";

  static final String ONLY_OUTPUT = "output";

  /**
   * A vertex of the network, where it stands.
   *
   * @param from names of nodes or inputs
   */
  public record Node(String name, List<String> from, GraphVertex vertex) {
    /** Null where the vertex is no layer. */
    public @Nullable Layer layer() {
      GraphVertex inner = vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex;
      return inner instanceof LayerVertex layered ? layered.getLayerConf().getLayer() : null;
    }
  }

  /** A network for one thread. */
  public interface Runner {
    /** Outputs that belong to the caller, in the network's order. */
    INDArray[] run(INDArray[] inputs);
  }

  private interface NetworkFactory {
    LayeredNetwork over(INDArray parameters);
  }

  private final String format;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<Node> nodes;
  private final NetworkFactory networks;

  private NetworkPlan(
      String format,
      List<String> inputs,
      List<String> outputs,
      List<Node> nodes,
      NetworkFactory networks) {
    this.format = format;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.nodes = List.copyOf(nodes);
    this.networks = networks;
  }

  public String format() {
    return format;
  }

  public List<String> inputs() {
    return inputs;
  }

  public List<String> outputs() {
    return outputs;
  }

  /** In the order in which they run. */
  public List<Node> nodes() {
    return nodes;
  }

  /** How many numbers the network needs. */
  public long parameters() {
    return nodes.stream()
        .mapToLong(node -> node.vertex().numParams(true))
        .reduce(0, Math::addExact);
  }

  /**
   * A network whose layers are views of the given row, which is neither copied nor initialised.
   * Each has a configuration of its own, for networks write into theirs. It computes in the
   * parameters' type, and takes and gives float32. Layers that disagree do without oneDNN.
   */
  public Runner runner(INDArray parameters, LayeredCheck check) {
    LayeredNetwork network = networks.over(parameters);
    check.applyTo(network, names());
    return parameters.dataType() == DataType.FLOAT
        ? network::run
        : new HalfPrecision(network::run, parameters.dataType());
  }

  /**
   * Holds each layer, with oneDNN, against Deeplearning4j's and libnd4j's own code.
   *
   * @param examples for each input, in the network's order
   */
  public LayeredCheck check(INDArray parameters, INDArray[] examples) {
    Set<String> last = outputNodes().stream().map(Node::name).collect(Collectors.toSet());
    return LayeredCheck.of(names(), last, () -> networks.over(parameters), examples);
  }

  private List<String> names() {
    return nodes.stream().map(Node::name).toList();
  }

  /** The parameters of each node, as views of the given row, in the nodes' order. */
  public List<Map<String, INDArray>> views(INDArray parameters) {
    LayeredNetwork network = networks.over(parameters);
    List<Map<String, INDArray>> views = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      org.deeplearning4j.nn.api.Layer layer = network.layer(i, nodes.get(i).name());
      views.add(layer == null ? Map.of() : Map.copyOf(layer.paramTable()));
    }
    return views;
  }

  /** Reads a checked configuration of either kind. */
  public static NetworkPlan of(String json) throws UnusableModelException {
    ConfigurationGuard.check(json);
    try {
      return json.contains("\"networkInputs\"") && json.contains("\"vertices\"")
          ? of(ComputationGraphConfiguration.fromJson(json))
          : of(MultiLayerConfiguration.fromJson(json));
    } catch (RuntimeException | LinkageError e) {
      throw new UnusableModelException(
          "its configuration cannot be read by Deeplearning4j "
              + Dl4jBackend.VERSION
              + ": "
              + UnusableModelException.firstLine(e),
          e);
    }
  }

  public static NetworkPlan of(MultiLayerConfiguration configuration) {
    configuration.setDataType(DataType.FLOAT);
    // Without workspaces every activation would wait for Java's garbage collector.
    configuration.setInferenceWorkspaceMode(WorkspaceMode.ENABLED);
    List<Node> nodes = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    String previous = ONLY_INPUT;
    for (int i = 0; i < configuration.getConfs().size(); i++) {
      String given = configuration.getConf(i).getLayer().getLayerName();
      String name = given == null || names.contains(given) ? "layer" + i : given;
      names.add(name);
      nodes.add(
          new Node(
              name,
              List.of(previous),
              new LayerVertex(configuration.getConf(i), configuration.getInputPreProcess(i))));
      previous = name;
    }
    return new NetworkPlan(
        ModelNotes.MULTILAYER,
        List.of(ONLY_INPUT),
        List.of(ONLY_OUTPUT),
        nodes,
        parameters -> {
          MultiLayerConfiguration own = configuration.clone();
          own.setDataType(parameters.dataType());
          MultiLayerNetwork network = new MultiLayerNetwork(own);
          network.init(parameters, false);
          return LayeredNetwork.of(network);
        });
  }

  public static NetworkPlan of(ComputationGraphConfiguration configuration) {
    configuration.setDataType(DataType.FLOAT);
    // Without workspaces every activation would wait for Java's garbage collector.
    configuration.setInferenceWorkspaceMode(WorkspaceMode.ENABLED);
    return new NetworkPlan(
        ModelNotes.GRAPH,
        configuration.getNetworkInputs(),
        configuration.getNetworkOutputs(),
        ordered(configuration),
        parameters -> {
          ComputationGraphConfiguration own = GraphCopy.of(configuration);
          own.setDataType(parameters.dataType());
          ComputationGraph network = new ComputationGraph(own);
          network.init(parameters, false);
          return LayeredNetwork.of(network);
        });
  }

  /** Every node after the nodes it needs, otherwise in the file's order. */
  private static List<Node> ordered(ComputationGraphConfiguration configuration) {
    Map<String, Node> placed = new LinkedHashMap<>();
    Map<String, GraphVertex> waiting = new LinkedHashMap<>(configuration.getVertices());
    boolean progress = true;
    while (progress) {
      progress =
          waiting
              .entrySet()
              .removeIf(
                  vertex -> {
                    List<String> from = from(configuration, vertex.getKey());
                    boolean ready =
                        from.stream()
                            .allMatch(
                                input ->
                                    placed.containsKey(input)
                                        || configuration.getNetworkInputs().contains(input));
                    if (ready) {
                      placed.put(
                          vertex.getKey(), new Node(vertex.getKey(), from, vertex.getValue()));
                    }
                    return ready;
                  });
    }
    if (!waiting.isEmpty()) {
      throw new IllegalArgumentException(
          "the vertices " + waiting.keySet() + " have no way from the inputs");
    }
    return List.copyOf(placed.values());
  }

  private static List<String> from(ComputationGraphConfiguration configuration, String name) {
    List<String> from = configuration.getVertexInputs().get(name);
    return from == null ? List.of() : from;
  }

  /** The nodes whose results are the outputs, in the outputs' order. */
  public List<Node> outputNodes() {
    if (format.equals(ModelNotes.MULTILAYER)) {
      return List.of(nodes.get(nodes.size() - 1));
    }
    return outputs.stream().map(this::node).toList();
  }

  private Node node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vertex is named " + name));
  }
}
