package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelProfile;

/** One session, which all threads run at once. */
final class OnnxLoadedModel implements LoadedModel {
  private final String name;
  private final OrtSession session;
  private final ModelPorts ports;
  private final ModelProfile profile;
  private int engines;
  private boolean closed;
  private boolean freed;

  OnnxLoadedModel(String name, OrtSession session, ModelPorts ports, ModelProfile profile) {
    this.name = name;
    this.session = session;
    this.ports = ports;
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
    engines++;
    return new OnnxEngine(name, session, ports, this::released);
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

  /** An engine that is still open would run on a session that is gone. */
  private void freeUnused() {
    if (closed && engines == 0 && !freed) {
      freed = true;
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("Cannot close model '" + name + "'", e);
      }
    }
  }
}
