package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.Forward;
import io.github.steelyard.engine.dl4j.forward.LeanNetwork;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelProfile;
import io.github.steelyard.engine.inference.Placement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One row of parameters, which the networks of all engines look into. */
final class Dl4jLoadedModel implements LoadedModel {
  private final String name;
  private final Placement placement;
  private final NetworkPlan plan;
  private final List<InputPort> inputs;
  private final ModelProfile profile;
  private final INDArray parameters;
  private final @Nullable LeanNetwork lean;
  private int engines;
  private boolean closed;

  Dl4jLoadedModel(
      String name,
      Placement placement,
      NetworkPlan plan,
      List<InputPort> inputs,
      ModelProfile profile,
      INDArray parameters) {
    this.name = name;
    this.placement = placement;
    this.plan = plan;
    this.inputs = List.copyOf(inputs);
    this.profile = profile;
    this.parameters = parameters;
    boolean simple = placement.equals(Placement.REFERENCE);
    this.lean = simple ? lean(plan, this.inputs, profile, parameters) : null;
  }

  private static LeanNetwork lean(
      NetworkPlan plan, List<InputPort> inputs, ModelProfile profile, INDArray parameters) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    inputs.forEach(port -> shapes.put(port.spec().name(), port.spec().shape()));
    List<Map<String, INDArray>> views = plan.views(parameters);
    List<LeanNetwork.Node> nodes = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      NetworkPlan.Node node = plan.nodes().get(i);
      Shape output = profile.layers().get(i).output();
      nodes.add(
          new LeanNetwork.Node(node.name(), node.from(), node.vertex(), output, views.get(i)));
    }
    List<String> outputs = plan.outputNodes().stream().map(NetworkPlan.Node::name).toList();
    return LeanNetwork.compile(shapes, nodes, outputs);
  }

  @Override
  public List<String> notes() {
    if (lean == null) {
      return List.of("run layer by layer, for the lean forward pass is for float32 on the CPU");
    }
    return lean.lean()
        ? lean.notes()
        : List.of("run layer by layer, for the lean forward pass lacks " + lean.unknown());
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public synchronized InferenceEngine newEngine() {
    if (closed) {
      throw new IllegalStateException("Cannot open an engine on the closed model '" + name + "'");
    }
    Dl4jBackend.start(placement);
    Dl4jEngine engine =
        new Dl4jEngine(name, placement, forward(), inputs, plan.outputs(), this::released);
    engines++;
    return engine;
  }

  private Forward forward() {
    return lean != null && lean.lean()
        ? lean.newPass()
        : new LayeredForward(placement, plan.runner(parameters), inputs);
  }

  private synchronized void released() {
    engines--;
    freeUnused();
  }

  @Override
  public synchronized void close() {
    closed = true;
    freeUnused();
  }

  /** An engine that is still open would read freed memory and end the JVM. */
  private void freeUnused() {
    if (closed && engines == 0 && !parameters.wasClosed()) {
      parameters.close();
    }
  }
}
