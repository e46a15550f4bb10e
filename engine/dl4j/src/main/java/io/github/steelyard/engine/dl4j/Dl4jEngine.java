package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.Device;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.Placement;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.ModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network for one thread, over parameters that it shares with others. Its scratch memory belongs
 * to the thread that calls {@link #predict}: that thread should close it.
 */
final class Dl4jEngine implements InferenceEngine {
  private final String model;
  private final Placement placement;
  private final NetworkPlan.Runner network;
  private final List<InputPort> inputs;
  private final List<String> outputs;
  private final Runnable whenClosed;
  private boolean closed;

  Dl4jEngine(
      String model,
      Placement placement,
      NetworkPlan.Runner network,
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
    Tensor[] tensors = inputs.stream().map(port -> tensor(port, batch)).toArray(Tensor[]::new);
    Dl4jBackend.start(placement);
    INDArray[] arrays = new INDArray[tensors.length];
    try {
      for (int i = 0; i < tensors.length; i++) {
        arrays[i] = array(inputs.get(i), tensors[i]);
      }
      INDArray[] results = network.run(arrays);
      try {
        return predictions(results, tensors[0].memory().getReferenceManager().getAllocator());
      } finally {
        close(results);
      }
    } catch (ModelException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new ModelException(
          model,
          "cannot run on " + tensors[0].shape() + ": " + UnusableModelException.firstLine(e),
          e);
    } finally {
      close(arrays);
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

  private INDArray array(InputPort port, Tensor tensor) {
    Shape shape = port.spec().shape().batched(tensor.shape().extent(0));
    if (placement.device() == Device.GPU) {
      return GpuArrays.copy(tensor, shape.toArray());
    }
    INDArray borrowed = ArrowArrays.over(tensor, shape.toArray());
    if (!port.writable()) {
      return borrowed;
    }
    try {
      // The caller runs other models on the same batch.
      INDArray own = Nd4j.createUninitializedDetached(DataType.FLOAT, shape.toArray());
      own.assign(borrowed);
      return own;
    } finally {
      borrowed.close();
    }
  }

  private Predictions predictions(INDArray[] results, BufferAllocator allocator) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    try {
      for (int i = 0; i < results.length; i++) {
        Tensor tensor =
            Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(results[i].shape()));
        tensors.put(outputs.get(i), tensor);
        fill(tensor, results[i]);
      }
      Predictions predictions = new Predictions(tensors);
      tensors = Map.of();
      return predictions;
    } finally {
      tensors.values().forEach(Tensor::close);
    }
  }

  private void fill(Tensor tensor, INDArray result) {
    if (placement.device() == Device.GPU) {
      GpuArrays.fill(tensor, result);
    } else {
      INDArray target = ArrowArrays.over(tensor, result.shape());
      target.assign(result);
      target.close();
    }
  }

  private static void close(INDArray[] arrays) {
    for (INDArray array : arrays) {
      if (array != null && !array.wasClosed() && array.closeable()) {
        array.close();
      }
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
      // Its method for all of them also asks for a full collection of the heap, once a task.
      List.copyOf(workspaces.getAllWorkspacesForCurrentThread())
          .forEach(workspaces::destroyWorkspace);
      whenClosed.run();
    }
  }
}
