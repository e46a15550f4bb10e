package io.github.steelyard.engine.dl4j;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.dl4j.forward.running.Forward;
import io.github.steelyard.engine.dl4j.profile.InputPort;
import io.github.steelyard.engine.inference.device.Device;
import io.github.steelyard.engine.inference.device.Placement;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network that Deeplearning4j runs layer by layer. Its scratch memory belongs to the thread that
 * calls {@link #run}: that thread should close it.
 */
final class LayeredForward implements Forward {
  private final Placement placement;
  private final NetworkPlan.Runner network;
  private final List<InputPort> ports;

  LayeredForward(Placement placement, NetworkPlan.Runner network, List<InputPort> ports) {
    this.placement = placement;
    this.network = network;
    this.ports = ports;
  }

  @Override
  public List<Tensor> run(List<Tensor> inputs, BufferAllocator allocator) {
    INDArray[] arrays = new INDArray[inputs.size()];
    try {
      for (int i = 0; i < arrays.length; i++) {
        arrays[i] = array(ports.get(i), inputs.get(i));
      }
      INDArray[] results = network.run(arrays);
      try {
        return tensors(results, allocator);
      } finally {
        close(results);
      }
    } finally {
      close(arrays);
    }
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

  private List<Tensor> tensors(INDArray[] results, BufferAllocator allocator) {
    List<Tensor> unfinished = new ArrayList<>();
    try {
      for (INDArray result : results) {
        Tensor tensor = Tensor.allocate(allocator, TensorType.FLOAT32, Shape.of(result.shape()));
        unfinished.add(tensor);
        fill(tensor, result);
      }
      List<Tensor> tensors = List.copyOf(unfinished);
      unfinished.clear();
      return tensors;
    } finally {
      unfinished.forEach(Tensor::close);
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
    MemoryWorkspaceManager workspaces = Nd4j.getWorkspaceManager();
    // Its method for all of them also asks for a full collection of the heap, once a task.
    List.copyOf(workspaces.getAllWorkspacesForCurrentThread())
        .forEach(workspaces::destroyWorkspace);
  }
}
