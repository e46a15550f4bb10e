package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.github.steelyard.engine.data.Batch;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.ModelException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.jspecify.annotations.Nullable;

/** Finds a model's input in a batch and hands it over, as the kind of number that it takes. */
final class InputPort implements AutoCloseable {
  private final String model;
  private final boolean only;
  private final Port port;
  private @Nullable Shape accepted;

  /**
   * @param only whether the model has no other input
   */
  InputPort(String model, TensorSpec spec, boolean only) {
    this.model = model;
    this.only = only;
    this.port = new Port(spec);
  }

  String name() {
    return port.name();
  }

  Tensor of(Batch batch) {
    Tensor tensor =
        only && batch.tensors().size() == 1 ? batch.only() : batch.tensors().get(port.name());
    if (tensor == null) {
      throw new ModelException(
          model,
          "expects an input '" + port.name() + "', the data give " + batch.tensors().keySet());
    }
    if (!tensor.shape().equals(accepted)) {
      check(tensor.shape());
      accepted = tensor.shape();
    }
    TensorType type = tensor.type();
    if (type != port.number().type() && type != TensorType.FLOAT32 && type != TensorType.UINT8) {
      throw new ModelException(
          model, "expects input " + port.number() + ", the data give " + tensor.type());
    }
    return tensor;
  }

  private void check(Shape batched) {
    Shape example = new Shape(batched.extents().subList(1, batched.rank()));
    if (!withoutOnes(example).equals(withoutOnes(port.shape()))) {
      throw new ModelException(
          model, "expects input " + port.shape() + ", the data give " + example);
    }
  }

  /** An image of one channel may come with that extent or without. */
  private static List<Long> withoutOnes(Shape shape) {
    return shape.extents().stream().filter(extent -> extent != 1).toList();
  }

  /**
   * Examples of a batch, in a run of {@code size}, which zeros fill up.
   *
   * @param scratch holds what is no part of the batch until the run is over
   */
  OnnxTensor read(Tensor tensor, int from, int examples, int size, Scratch scratch)
      throws OrtException {
    boolean same = tensor.type() == port.number().type();
    if (same && examples == size) {
      return port.over(tensor.memory(), from, size);
    }
    ArrowBuf whole = scratch.zeros(port.bytes(size));
    if (same) {
      whole.setBytes(0, tensor.memory(), port.bytes(from), port.bytes(examples));
    } else {
      convert(tensor, from, examples, whole);
    }
    return port.over(whole, 0, size);
  }

  private void convert(Tensor tensor, int from, int examples, ArrowBuf whole) {
    OnnxNumber given = OnnxNumber.of(tensor.type());
    long width = port.numbers() * tensor.type().bytes();
    ByteBuffer source = Port.buffer(tensor.memory(), from * width, examples * width);
    ByteBuffer target = Port.buffer(whole, 0, port.bytes(examples));
    int count = Math.toIntExact(examples * port.numbers());
    int unfit = given.convert(source, port.number(), target, count);
    if (unfit >= 0) {
      throw new ModelException(
          model,
          "expects "
              + port.number().expected()
              + " ("
              + port.number()
              + ") everywhere in its input '"
              + port.name()
              + "', the data give "
              + given.get(source, unfit * tensor.type().bytes()));
    }
  }

  @Override
  public void close() {
    port.close();
  }
}
