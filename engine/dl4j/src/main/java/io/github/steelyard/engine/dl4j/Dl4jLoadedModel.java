package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelProfile;
import io.github.steelyard.engine.inference.Placement;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One row of parameters, which the networks of all engines look into. */
final class Dl4jLoadedModel implements LoadedModel {
  private final String name;
  private final Placement placement;
  private final NetworkPlan plan;
  private final List<InputPort> inputs;
  private final ModelProfile profile;
  private final INDArray parameters;
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
        new Dl4jEngine(
            name, placement, plan.runner(parameters), inputs, plan.outputs(), this::released);
    engines++;
    return engine;
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
