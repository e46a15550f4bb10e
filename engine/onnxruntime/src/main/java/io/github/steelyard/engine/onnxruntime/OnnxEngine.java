package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Runs a session on one thread: it reads the batch's own memory and writes into that of the
 * predictions, unless the model has numbers of another kind. A model whose batch is fixed gets the
 * batch in slices of that size, the last one filled up with zeros.
 */
final class OnnxEngine implements InferenceEngine {
  private final String model;
  private final OrtSession session;
  private final ModelPorts ports;
  private final Runnable whenClosed;
  private final List<InputPort> inputs = new ArrayList<>();
  private final List<OutputPort> outputs = new ArrayList<>();
  private final Map<String, OnnxTensor> in = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> out = new LinkedHashMap<>();
  private boolean closed;

  OnnxEngine(String model, OrtSession session, ModelPorts ports, Runnable whenClosed) {
    this.model = model;
    this.session = session;
    this.ports = ports;
    this.whenClosed = whenClosed;
    for (TensorSpec input : ports.inputs()) {
      inputs.add(new InputPort(model, input, ports.inputs().size() == 1));
    }
    for (TensorSpec output : ports.outputs()) {
      outputs.add(new OutputPort(output));
    }
  }

  @Override
  public Predictions predict(Batch batch) {
    if (closed) {
      throw new IllegalStateException("Cannot run the closed engine of model '" + model + "'");
    }
    Tensor[] given = new Tensor[inputs.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = inputs.get(i).of(batch);
    }
    BufferAllocator allocator = given[0].memory().getReferenceManager().getAllocator();
    Map<String, Tensor> predicted = new LinkedHashMap<>();
    try {
      for (OutputPort output : outputs) {
        predicted.put(output.name(), output.allocate(allocator, batch.size()));
      }
      Tensor[] wanted = predicted.values().toArray(new Tensor[0]);
      int step = ports.step(batch.size());
      for (int from = 0; from < batch.size(); from += step) {
        run(given, wanted, from, Math.min(step, batch.size() - from), step, allocator);
      }
      Predictions predictions = new Predictions(predicted);
      predicted = Map.of();
      return predictions;
    } catch (OrtException e) {
      throw new ModelException(
          model, "cannot run on " + given[0].shape() + ": " + OnnxBackend.said(e), e);
    } finally {
      predicted.values().forEach(Tensor::close);
    }
  }

  /** Runs {@code examples} of the batch, from one on, in a run of {@code size}. */
  private void run(
      Tensor[] given, Tensor[] wanted, int from, int examples, int size, BufferAllocator allocator)
      throws OrtException {
    try (Scratch scratch = new Scratch(allocator)) {
      for (int i = 0; i < given.length; i++) {
        InputPort input = inputs.get(i);
        in.put(input.name(), input.read(given[i], from, examples, size, scratch));
      }
      for (int i = 0; i < wanted.length; i++) {
        OutputPort output = outputs.get(i);
        out.put(output.name(), output.write(wanted[i], from, examples, size, scratch));
      }
      session.run(in, out).close();
      for (int i = 0; i < wanted.length; i++) {
        outputs.get(i).finish(wanted[i], from, examples);
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      inputs.forEach(InputPort::close);
      outputs.forEach(OutputPort::close);
      whenClosed.run();
    }
  }
}
