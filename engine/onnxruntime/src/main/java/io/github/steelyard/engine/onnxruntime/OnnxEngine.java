package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.inference.InferenceEngine;
import io.github.steelyard.engine.inference.Predictions;
import io.github.steelyard.engine.problem.ModelException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;

/**
 * Runs a session on one thread: it reads the batch's own memory and writes into that of the
 * predictions. A model whose batch is fixed gets the batch in slices of that size, the last one
 * filled up with zeros.
 */
final class OnnxEngine implements InferenceEngine {
  private final String model;
  private final OrtSession session;
  private final ModelPorts ports;
  private final Runnable whenClosed;
  private boolean closed;

  OnnxEngine(String model, OrtSession session, ModelPorts ports, Runnable whenClosed) {
    this.model = model;
    this.session = session;
    this.ports = ports;
    this.whenClosed = whenClosed;
  }

  @Override
  public Predictions predict(Batch batch) {
    if (closed) {
      throw new IllegalStateException("Cannot run the closed engine of model '" + model + "'");
    }
    List<Tensor> inputs = new ArrayList<>();
    for (TensorSpec input : ports.inputs()) {
      inputs.add(tensor(input, batch));
    }
    BufferAllocator allocator = inputs.get(0).memory().getReferenceManager().getAllocator();
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    try {
      for (TensorSpec output : ports.outputs()) {
        outputs.put(
            output.name(),
            Tensor.allocate(allocator, output.type(), output.shape().batched(batch.size())));
      }
      int step = ports.step(batch.size());
      for (int from = 0; from < batch.size(); from += step) {
        try (Slice slice = new Slice(from, step, batch.size(), allocator)) {
          slice.run(inputs, outputs);
        }
      }
      Predictions predictions = new Predictions(outputs);
      outputs = Map.of();
      return predictions;
    } catch (OrtException e) {
      throw new ModelException(
          model, "cannot run on " + inputs.get(0).shape() + ": " + OnnxBackend.said(e), e);
    } finally {
      outputs.values().forEach(Tensor::close);
    }
  }

  private Tensor tensor(TensorSpec input, Batch batch) {
    Tensor tensor =
        ports.inputs().size() == 1 && batch.tensors().size() == 1
            ? batch.only()
            : batch.tensors().get(input.name());
    if (tensor == null) {
      throw new ModelException(
          model,
          "expects an input '" + input.name() + "', the data give " + batch.tensors().keySet());
    }
    Shape example = new Shape(tensor.shape().extents().subList(1, tensor.shape().rank()));
    if (!sameBytes(example, input.shape())) {
      throw new ModelException(
          model, "expects input " + input.shape() + ", the data give " + example);
    }
    if (tensor.type() != input.type()) {
      throw new ModelException(
          model, "expects input " + input.type() + ", the data give " + tensor.type());
    }
    return tensor;
  }

  /** An image of one channel may come with that extent or without. */
  private static boolean sameBytes(Shape found, Shape expected) {
    return withoutOnes(found).equals(withoutOnes(expected));
  }

  private static List<Long> withoutOnes(Shape shape) {
    return shape.extents().stream().filter(extent -> extent != 1).toList();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      whenClosed.run();
    }
  }

  /** One run: {@code examples} of the batch from one on, in a run of {@code size}. */
  private final class Slice implements AutoCloseable {
    private final int from;
    private final int size;
    private final int examples;
    private final BufferAllocator allocator;
    private final List<OnnxTensor> views = new ArrayList<>();
    private final List<ArrowBuf> filled = new ArrayList<>();

    Slice(int from, int size, int batchSize, BufferAllocator allocator) {
      this.from = from;
      this.size = size;
      this.examples = Math.min(size, batchSize - from);
      this.allocator = allocator;
    }

    void run(List<Tensor> inputs, Map<String, Tensor> outputs) throws OrtException {
      Map<String, OnnxTensor> in = new LinkedHashMap<>();
      for (int i = 0; i < inputs.size(); i++) {
        TensorSpec spec = ports.inputs().get(i);
        Tensor tensor = inputs.get(i);
        if (examples == size) {
          in.put(spec.name(), view(spec, tensor.memory(), from));
        } else {
          long width = bytes(spec);
          ArrowBuf padded = zeros(spec);
          padded.setBytes(0, tensor.memory(), from * width, examples * width);
          in.put(spec.name(), view(spec, padded, 0));
        }
      }
      Map<String, OnnxTensor> out = new LinkedHashMap<>();
      Map<TensorSpec, ArrowBuf> cut = new LinkedHashMap<>();
      for (TensorSpec spec : ports.outputs()) {
        Tensor tensor = tensor(outputs, spec);
        if (examples == size) {
          out.put(spec.name(), view(spec, tensor.memory(), from));
        } else {
          ArrowBuf whole = zeros(spec);
          cut.put(spec, whole);
          out.put(spec.name(), view(spec, whole, 0));
        }
      }
      session.run(in, out).close();
      cut.forEach(
          (spec, whole) ->
              tensor(outputs, spec)
                  .memory()
                  .setBytes(from * bytes(spec), whole, 0, examples * bytes(spec)));
    }

    /** The same memory as ONNX Runtime's tensor; the direct buffer is not copied. */
    private OnnxTensor view(TensorSpec spec, ArrowBuf memory, int first) throws OrtException {
      OnnxTensor view =
          OnnxTensor.createTensor(
              OnnxBackend.start(),
              memory
                  .nioBuffer(first * bytes(spec), Math.toIntExact(size * bytes(spec)))
                  .order(ByteOrder.nativeOrder()),
              spec.shape().batched(size).toArray(),
              ModelPorts.javaType(spec.type()));
      views.add(view);
      return view;
    }

    private ArrowBuf zeros(TensorSpec spec) {
      ArrowBuf memory = allocator.buffer(size * bytes(spec));
      filled.add(memory);
      memory.setZero(0, size * bytes(spec));
      return memory;
    }

    private static long bytes(TensorSpec spec) {
      return spec.shape().elements() * spec.type().bytes();
    }

    private static Tensor tensor(Map<String, Tensor> tensors, TensorSpec spec) {
      Tensor tensor = tensors.get(spec.name());
      if (tensor == null) {
        throw new IllegalStateException("No tensor for output " + spec);
      }
      return tensor;
    }

    @Override
    public void close() {
      views.forEach(OnnxTensor::close);
      filled.forEach(ArrowBuf::close);
    }
  }
}
