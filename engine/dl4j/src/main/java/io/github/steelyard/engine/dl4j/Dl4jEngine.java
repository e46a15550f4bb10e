package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.forward.running.Forward;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.inference.UnusableModelException;
import io.github.steelyard.engine.inference.device.Placement;
import io.github.steelyard.engine.problem.ModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;

/**
 * A network for one thread, over parameters that it shares with others. Its scratch memory belongs
 * to the thread that calls {@link #predict}: that thread should close it.
 */
final class Dl4jEngine implements InferenceEngine {
  private final String model;
  private final Placement placement;
  private final Forward network;
  private final List<InputPort> inputs;
  private final List<String> outputs;
  private final Runnable whenClosed;
  private boolean closed;

  Dl4jEngine(
      String model,
      Placement placement,
      Forward network,
      List<InputPort> inputs,
      List<String> outputs,
      Runnable whenClosed) {
    this.model = model;
    this.placement = placement;
    this.network = network;
    this.inputs = inputs;
    this.outputs = outputs;
    this.whenClosed = whenClosed;
  }

  @Override
  public Predictions predict(Batch batch) {
    if (closed) {
      throw new IllegalStateException("Cannot run the closed engine of model '" + model + "'");
    }
    List<Tensor> tensors = inputs.stream().map(port -> tensor(port, batch)).toList();
    Dl4jBackend.start(placement);
    try {
      BufferAllocator allocator = tensors.get(0).memory().getReferenceManager().getAllocator();
      List<Tensor> results = network.run(tensors, allocator);
      Map<String, Tensor> named = new LinkedHashMap<>();
      for (int i = 0; i < results.size(); i++) {
        named.put(outputs.get(i), results.get(i));
      }
      return new Predictions(named);
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new ModelException(
          model,
          "cannot run on " + tensors.get(0).shape() + ": " + UnusableModelException.firstLine(e),
          e);
    }
  }

  private Tensor tensor(InputPort port, Batch batch) {
    Tensor tensor =
        inputs.size() == 1 && batch.tensors().size() == 1
            ? batch.only()
            : batch.tensors().get(port.spec().name());
    if (tensor == null) {
      throw new ModelException(
          model,
          "expects an input '"
              + port.spec().name()
              + "', the data give "
              + batch.tensors().keySet());
    }
    Shape example = new Shape(tensor.shape().extents().subList(1, tensor.shape().rank()));
    if (!port.accepts(example)) {
      throw new ModelException(
          model, "expects input " + port.spec().shape() + ", the data give " + example);
    }
    if (tensor.type() != TensorType.FLOAT32) {
      throw new ModelException(
          model, "expects input " + TensorType.FLOAT32 + ", the data give " + tensor.type());
    }
    return tensor;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      network.close();
      whenClosed.run();
    }
  }
}
