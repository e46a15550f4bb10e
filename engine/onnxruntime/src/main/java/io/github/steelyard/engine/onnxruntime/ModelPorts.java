package io.github.steelyard.engine.onnxruntime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes and yields.
 *
 * @param inputs of one example
 * @param outputs of one example, in the model's own numbers
 * @param batch the number of examples that each run must have, or {@link Shape#ANY}
 */
record ModelPorts(List<TensorSpec> inputs, List<TensorSpec> outputs, long batch) {
  /** {@code [3, 224, 224]}; with a point and the input's name behind it where there are several. */
  static final String OPTION = "input_shape";

  /** 1 GiB of float32; the trial run must fit into memory. */
  private static final long LARGEST_EXAMPLE = 1L << 28;

  static ModelPorts of(OrtSession session, Map<String, String> options)
      throws OrtException, UnusableModelException {
    List<TensorSpec> inputs = new ArrayList<>();
    long batch = Shape.ANY;
    for (NodeInfo node : session.getInputInfo().values()) {
      String name = node.getName();
      if (!(node.getInfo() instanceof TensorInfo info)) {
        throw new UnusableModelException("its input '" + name + "' is no tensor: expected one");
      }
      long[] extents = info.getShape();
      if (extents.length == 0) {
        throw new UnusableModelException(
            "its input '" + name + "' is one number: expected a batch of examples");
      }
      if (extents[0] >= 0) {
        if (!(extents[0] >= 1 && (batch == Shape.ANY || batch == extents[0]))) {
          throw new UnusableModelException(
              "its input '"
                  + name
                  + "' takes "
                  + extents[0]
                  + " examples: expected as many as others");
        }
        batch = extents[0];
      }
      String key = session.getNumInputs() == 1 ? OPTION : OPTION + "." + name;
      Shape shape = shape(name, extents, options.get(key));
      inputs.add(new TensorSpec(name, type(name, info), shape));
    }
    if (inputs.isEmpty()) {
      throw new UnusableModelException("it takes no input: expected at least one");
    }
    return new ModelPorts(inputs, outputs(session, inputs, batch == Shape.ANY ? 1 : batch), batch);
  }

  /** Examples in one run, where the batch has more than that many. */
  int step(int batchSize) {
    return batch == Shape.ANY ? batchSize : Math.toIntExact(batch);
  }

  /** Examples in the run from which shapes are told. */
  long trialBatch() {
    return batch == Shape.ANY ? 1 : batch;
  }

  /** The outputs as predictions give them. */
  List<TensorSpec> predictions() {
    return outputs.stream()
        .map(output -> new TensorSpec(output.name(), TensorType.FLOAT32, output.shape()))
        .toList();
  }

  private static TensorType type(String name, TensorInfo info) throws UnusableModelException {
    return OnnxNumber.of(info.type)
        .orElseThrow(
            () ->
                new UnusableModelException(
                    "its input '"
                        + name
                        + "' is of "
                        + info.type
                        + ": expected one of "
                        + Arrays.toString(OnnxNumber.values())))
        .type();
  }

  private static Shape shape(String name, long[] extents, @Nullable String given)
      throws UnusableModelException {
    Shape told = Shape.of(Arrays.copyOfRange(extents, 1, extents.length));
    Shape shape = given == null ? told : parse(given);
    if (!fits(shape, told)) {
      throw new UnusableModelException(
          OPTION + ": Expecting what fits its input '" + name + "' " + told + ". Found: " + shape);
    }
    if (!shape.fixed()) {
      throw new UnusableModelException(
          "it does not say the whole shape of its input '"
              + name
              + "' "
              + shape
              + ": expected '"
              + OPTION
              + "' in the suite, such as [3, 224, 224]");
    }
    long left = LARGEST_EXAMPLE;
    for (long extent : shape.extents()) {
      if (!(extent >= 1 && extent <= left)) {
        throw new UnusableModelException(
            "its input '" + name + "' is of " + shape + ": expected 1 to 2^28 numbers");
      }
      left /= extent;
    }
    return shape;
  }

  private static boolean fits(Shape shape, Shape told) {
    if (shape.rank() != told.rank()) {
      return false;
    }
    for (int i = 0; i < shape.rank(); i++) {
      if (told.extent(i) != Shape.ANY && told.extent(i) != shape.extent(i)) {
        return false;
      }
    }
    return true;
  }

  private static Shape parse(String text) throws UnusableModelException {
    try {
      long[] extents =
          Arrays.stream(text.replaceAll("[\\[\\]\\s]", "").split(",", -1))
              .mapToLong(Long::parseLong)
              .toArray();
      if (Arrays.stream(extents).allMatch(extent -> extent >= 1)) {
        return Shape.of(extents);
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers out of range.
    }
    throw new UnusableModelException(
        OPTION + ": Expecting numbers >= 1, such as [3, 224, 224]. Found: " + text);
  }

  /** Graphs seldom tell their outputs' whole shapes: a run on zeros does. */
  private static List<TensorSpec> outputs(OrtSession session, List<TensorSpec> inputs, long batch)
      throws OrtException, UnusableModelException {
    for (NodeInfo node : session.getOutputInfo().values()) {
      if (!(node.getInfo() instanceof TensorInfo info
          && OnnxNumber.of(info.type).filter(OnnxNumber::real).isPresent())) {
        String found =
            node.getInfo() instanceof TensorInfo info ? info.type.toString() : "no tensor";
        throw new UnusableModelException(
            "its output '"
                + node.getName()
                + "' is of "
                + found
                + ": expected one of "
                + Arrays.stream(OnnxNumber.values()).filter(OnnxNumber::real).toList());
      }
    }
    Map<String, OnnxTensor> zeros = new LinkedHashMap<>();
    try {
      for (TensorSpec input : inputs) {
        Shape shape = input.shape().batched(batch);
        long bytes = Math.multiplyExact(shape.elements(), input.type().bytes());
        if (!(bytes <= Integer.MAX_VALUE)) {
          throw new UnusableModelException(
              "its input '" + input.name() + "' is of " + shape + ": expected less than 2 GiB");
        }
        ByteBuffer memory = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
        zeros.put(
            input.name(),
            OnnxTensor.createTensor(
                OnnxBackend.start(),
                memory,
                shape.toArray(),
                OnnxNumber.of(input.type()).javaType()));
      }
      List<TensorSpec> outputs = new ArrayList<>();
      try (OrtSession.Result result = session.run(zeros)) {
        for (Map.Entry<String, ai.onnxruntime.OnnxValue> entry : result) {
          TensorInfo info = (TensorInfo) entry.getValue().getInfo();
          long[] extents = info.getShape();
          if (!(extents.length >= 1 && extents[0] == batch)) {
            throw new UnusableModelException(
                "its output '"
                    + entry.getKey()
                    + "' for "
                    + batch
                    + " examples is of "
                    + Arrays.toString(extents)
                    + ": expected that many rows");
          }
          Shape shape = Shape.of(Arrays.copyOfRange(extents, 1, extents.length));
          outputs.add(new TensorSpec(entry.getKey(), type(entry.getKey(), info), shape));
        }
      }
      return outputs;
    } finally {
      zeros.values().forEach(OnnxTensor::close);
    }
  }
}
