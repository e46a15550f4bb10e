package io.github.steelyard.engine.dl4j.profile;

import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.inference.profile.LayerProfile;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;

/** Follows the types of a network's activations from its inputs to its outputs, and adds up. */
public final class ProfileBuilder {
  /**
   * @param steps rows that one example has become, where its steps in time were made rows
   */
  private record Flow(InputType type, long steps) {}

  private final NetworkPlan plan;
  private final Map<String, Flow> flows = new HashMap<>();
  private final List<LayerProfile> layers = new ArrayList<>();

  private ProfileBuilder(NetworkPlan plan) {
    this.plan = plan;
  }

  public static ModelProfile build(
      NetworkPlan plan, String format, List<InputPort> inputs, long fileBytes)
      throws UnusableModelException {
    return build(plan, format, inputs, fileBytes, Precision.FLOAT32);
  }

  public static ModelProfile build(
      NetworkPlan plan, String format, List<InputPort> inputs, long fileBytes, Precision precision)
      throws UnusableModelException {
    try {
      return new ProfileBuilder(plan).profile(format, inputs, fileBytes, precision);
    } catch (RuntimeException e) {
      throw new UnusableModelException(
          "its layers do not fit an input of "
              + inputs.stream().map(port -> port.spec().shape().toString()).toList()
              + ": "
              + UnusableModelException.firstLine(e),
          e);
    }
  }

  private ModelProfile profile(
      String format, List<InputPort> inputs, long fileBytes, Precision precision) {
    inputs.forEach(port -> flows.put(port.spec().name(), new Flow(port.type(), 1)));
    for (int i = 0; i < plan.nodes().size(); i++) {
      add(i, plan.nodes().get(i));
    }
    List<TensorSpec> outputs = new ArrayList<>();
    for (int i = 0; i < plan.outputs().size(); i++) {
      Flow flow = flow(plan.outputNodes().get(i).name());
      outputs.add(
          new TensorSpec(plan.outputs().get(i), TensorType.FLOAT32, InputTypes.shape(flow.type())));
    }
    return new ModelProfile(
        format,
        inputs.stream().map(InputPort::spec).toList(),
        outputs,
        layers,
        plan.parameters() * precision.bytes(),
        fileBytes);
  }

  private void add(int index, NetworkPlan.Node node) {
    long steps = node.from().stream().mapToLong(name -> flow(name).steps()).max().orElse(1);
    InputType[] types =
        node.from().stream().map(name -> flow(name).type()).toArray(InputType[]::new);
    if (node.vertex() instanceof LayerVertex) {
      InputPreProcessor before = ((LayerVertex) node.vertex()).getPreProcessor();
      if (before != null) {
        Flow flow = through(before, new Flow(types[0], steps));
        types[0] = flow.type();
        steps = flow.steps();
      }
    }
    Layer layer = node.layer();
    if (layer != null) {
      checkFit(node.name(), layer, types[0]);
    }
    InputType output =
        layer == null
            ? node.vertex().getOutputType(index, types)
            : outputType(index, layer, types[0]);
    if (InputTypes.shape(output).extents().stream().anyMatch(extent -> extent < 1)) {
      throw new IllegalStateException(
          "nothing would be left of it after layer '" + node.name() + "'");
    }
    long parameters = node.vertex().numParams(true);
    flows.put(node.name(), new Flow(output, steps));
    layers.add(
        new LayerProfile(
            node.name(),
            kind(node),
            InputTypes.shape(output),
            parameters,
            layer == null ? 0 : LayerCosts.runningStatistics(layer),
            layer == null ? 0 : LayerCosts.embeddingParameters(layer),
            layer == null ? 0 : LayerCosts.macs(layer, parameters, types[0], output, steps)));
  }

  private static InputType outputType(int index, Layer layer, InputType input) {
    // It has no weights, but claims the number of units that nobody had to tell it.
    return LayerCosts.unwrapped(layer) instanceof LossLayer
        ? input
        : layer.getOutputType(index, input);
  }

  /** Deeplearning4j infers types without looking whether the weights fit them. */
  private static void checkFit(String name, Layer layer, InputType input) {
    Layer inner = LayerCosts.unwrapped(layer);
    boolean weighs =
        inner instanceof ConvolutionLayer
            || inner instanceof DenseLayer
            || inner instanceof BaseOutputLayer;
    if (weighs && ((FeedForwardLayer) inner).getNIn() != InputTypes.features(input)) {
      throw new IllegalStateException(
          "layer '"
              + name
              + "' was made for "
              + ((FeedForwardLayer) inner).getNIn()
              + " features and would get "
              + InputTypes.features(input));
    }
  }

  /** Where steps in time are made rows, Deeplearning4j's types forget how many there were. */
  private static Flow through(InputPreProcessor before, Flow flow) {
    InputType type = before.getOutputType(flow.type());
    if (before instanceof RnnToFeedForwardPreProcessor) {
      return new Flow(type, InputTypes.positions(flow.type()));
    }
    if (before instanceof FeedForwardToRnnPreProcessor
        && type instanceof InputType.InputTypeRecurrent sequence) {
      return new Flow(
          InputType.recurrent(sequence.getSize(), flow.steps(), sequence.getFormat()), 1);
    }
    return new Flow(type, flow.steps());
  }

  private static String kind(NetworkPlan.Node node) {
    Layer layer = node.layer();
    return layer == null
        ? node.vertex().getClass().getSimpleName()
        : LayerCosts.unwrapped(layer).getClass().getSimpleName();
  }

  private Flow flow(String name) {
    Flow flow = flows.get(name);
    if (flow == null) {
      throw new IllegalStateException("nothing is named " + name);
    }
    return flow;
  }
}
