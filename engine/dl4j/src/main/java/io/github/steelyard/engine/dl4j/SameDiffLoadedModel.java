package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.dl4j.samediff.SameDiffGraph;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelProfile;
import io.github.steelyard.engine.inference.OpenEngines;
import io.github.steelyard.engine.inference.Placement;
import java.util.List;

/** One set of weights, which the graphs of all engines look into. */
final class SameDiffLoadedModel implements LoadedModel {
  private final String name;
  private final SameDiffGraph graph;
  private final List<InputPort> inputs;
  private final ModelProfile profile;
  private final OpenEngines engines;

  SameDiffLoadedModel(
      String name, SameDiffGraph graph, List<InputPort> inputs, ModelProfile profile) {
    this.name = name;
    this.graph = graph;
    this.inputs = List.copyOf(inputs);
    this.profile = profile;
    this.engines = new OpenEngines(name, graph::close);
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public InferenceEngine newEngine() {
    List<String> outputs = profile.outputs().stream().map(TensorSpec::name).toList();
    return engines.open(
        whenClosed ->
            new Dl4jEngine(
                name,
                Placement.REFERENCE,
                new LayeredForward(Placement.REFERENCE, graph.session()::run, inputs),
                inputs,
                outputs,
                whenClosed));
  }

  @Override
  public void close() {
    engines.close();
  }
}
