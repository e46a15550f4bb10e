package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.blocked.BlockedNetwork;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.dl4j.forward.LeanNetwork;
import io.github.steelyard.engine.dl4j.forward.check.SeededExamples;
import io.github.steelyard.engine.dl4j.forward.running.Forward;
import io.github.steelyard.engine.dl4j.forward.running.ForwardPool;
import io.github.steelyard.engine.dl4j.layered.LayeredCheck;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.profile.InputPorts;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.OpenEngines;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final @Nullable BlockedNetwork blocked;
  private final @Nullable ForwardPool passes;
  private final LayeredCheck check;
  private final OpenEngines engines;

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
    this.engines = new OpenEngines(name, this::free);
    boolean simple = placement.equals(Placement.REFERENCE);
    this.lean = simple ? lean(plan, this.inputs, profile, parameters) : null;
    this.blocked = lean != null && lean.lean() ? blocked(lean) : null;
    this.passes = passes(lean, blocked);
    boolean layered =
        lean != null
            && !lean.lean()
            && this.inputs.stream().allMatch(port -> port.spec().shape().fixed());
    this.check =
        layered && Dl4jBackend.start().oneDnn()
            ? check(plan, this.inputs, parameters)
            : LayeredCheck.NONE;
  }

  private static LayeredCheck check(NetworkPlan plan, List<InputPort> inputs, INDArray parameters) {
    SeededExamples seeded = new SeededExamples();
    INDArray[] examples =
        inputs.stream()
            .map(
                port -> {
                  int vocabulary = InputPorts.vocabulary(plan, port.spec().name());
                  return vocabulary > 0
                      ? seeded.indices(port.spec().shape(), vocabulary)
                      : seeded.numbers(port.spec().shape());
                })
            .toArray(INDArray[]::new);
    try {
      return plan.check(parameters, examples);
    } finally {
      Arrays.stream(examples).forEach(INDArray::close);
    }
  }

  private static @Nullable BlockedNetwork blocked(LeanNetwork lean) {
    return Dl4jBackend.start()
        .blocked()
        .map(oneDnn -> BlockedNetwork.of(oneDnn, lean.program()))
        .orElse(null);
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
    if (lean.lean()) {
      List<String> notes = new ArrayList<>(lean.notes());
      notes.addAll(blocked == null ? List.of() : blocked.notes());
      return notes;
    }
    List<String> notes = new ArrayList<>();
    notes.add("run layer by layer, for the lean forward pass lacks " + lean.unknown());
    notes.addAll(check.notes());
    return notes;
  }

  @Override
  public long sharedBytes() {
    return profile.weightBytes() + (blocked == null ? 0 : blocked.packedBytes());
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public InferenceEngine newEngine() {
    return engines.open(
        whenClosed -> {
          Dl4jBackend.start(placement);
          return new Dl4jEngine(name, placement, forward(), inputs, plan.outputs(), whenClosed);
        });
  }

  /** Passes that no thread is bound to; null where the network runs layer by layer. */
  private static @Nullable ForwardPool passes(
      @Nullable LeanNetwork lean, @Nullable BlockedNetwork blocked) {
    if (blocked != null) {
      return new ForwardPool(blocked::newPass);
    }
    return lean != null && lean.lean() ? new ForwardPool(lean::newPass) : null;
  }

  private Forward forward() {
    return passes == null
        ? new LayeredForward(placement, plan.runner(parameters, check), inputs)
        : passes.pass();
  }

  private void free() {
    if (blocked != null) {
      blocked.close();
    }
    parameters.close();
  }

  @Override
  public void close() {
    engines.close();
  }
}
