package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.dl4j.samediff.SameDiffGraph;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelProfile;
import io.github.steelyard.engine.inference.Placement;
import java.util.List;

/** One set of weights, which the graphs of all engines look into. */
final class SameDiffLoadedModel implements LoadedModel {
  private final String name;
  private final SameDiffGraph graph;
  private final List<InputPort> inputs;
  private final ModelProfile profile;
  private int engines;
  private boolean closed;

  SameDiffLoadedModel(
      String name, SameDiffGraph graph, List<InputPort> inputs, ModelProfile profile) {
    this.name = name;
    this.graph = graph;
    this.inputs = List.copyOf(inputs);
    this.profile = profile;
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
    List<String> outputs = profile.outputs().stream().map(TensorSpec::name).toList();
    InferenceEngine engine =
        new Dl4jEngine(
            name,
            Placement.REFERENCE,
            new LayeredForward(Placement.REFERENCE, graph.session()::run, inputs),
            inputs,
            outputs,
            () -> release(1));
    engines++;
    return engine;
  }

  @Override
  public void close() {
    release(0);
  }

  /** Weights are freed with the last engine: one that is still open would end the JVM. */
  private synchronized void release(int finished) {
    engines -= finished;
    closed |= finished == 0;
    if (closed && engines == 0) {
      graph.close();
    }
  }
}
