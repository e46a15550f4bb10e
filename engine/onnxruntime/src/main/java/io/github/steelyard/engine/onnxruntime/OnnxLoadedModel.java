package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.OpenEngines;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import java.util.List;

/** One session, which all threads run at once. */
final class OnnxLoadedModel implements LoadedModel {
  private final String name;
  private final OrtSession session;
  private final ModelPorts ports;
  private final ModelProfile profile;
  private final List<String> notes;
  private final OpenEngines engines;

  OnnxLoadedModel(
      String name, OrtSession session, ModelPorts ports, ModelProfile profile, List<String> notes) {
    this.name = name;
    this.session = session;
    this.ports = ports;
    this.profile = profile;
    this.notes = List.copyOf(notes);
    this.engines = new OpenEngines(name, this::free);
  }

  @Override
  public ModelProfile profile() {
    return profile;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public InferenceEngine newEngine() {
    return engines.open(whenClosed -> new OnnxEngine(name, session, ports, whenClosed));
  }

  @Override
  public void close() {
    engines.close();
  }

  private void free() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("Cannot close model '" + name + "'", e);
    }
  }
}
