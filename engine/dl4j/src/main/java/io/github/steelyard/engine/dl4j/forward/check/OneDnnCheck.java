package io.github.steelyard.engine.dl4j.forward.check;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.NativeCall;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds oneDNN's results against libnd4j's own code, on a few seeded examples and with the layer's
 * own parameters. Images are cut, which keeps all channels and takes a VGG-16 well under a second;
 * layers of one kind and shape are checked once.
 */
public final class OneDnnCheck {
  private static final Logger LOG = LoggerFactory.getLogger(OneDnnCheck.class);

  private record Kind(String name, List<Shape> shapes, List<Long> integers, List<Double> numbers) {}

  private final List<String> notes;
  private final Map<Kind, Double> seen = new HashMap<>();

  private final ToDoubleFunction<NativeOperation> measure;

  public OneDnnCheck(List<String> notes) {
    this(notes, OneDnnCheck::difference);
  }

  /**
   * @param measure how far oneDNN's result is from the built-in one
   */
  OneDnnCheck(List<String> notes, ToDoubleFunction<NativeOperation> measure) {
    this.notes = notes;
    this.measure = measure;
  }

  public void replaceDisagreeing(List<Operation> operations) {
    operations.replaceAll(
        operation ->
            operation instanceof NativeOperation nativeOne ? checked(nativeOne) : operation);
  }

  private NativeOperation checked(NativeOperation operation) {
    double difference =
        seen.computeIfAbsent(kind(operation), unused -> measure.applyAsDouble(operation));
    if (difference <= Difference.TOLERANCE) {
      return operation;
    }
    String note =
        String.format(
            Locale.ROOT,
            "layer '%s': oneDNN's %s differs by %.2g from the built-in one, which runs instead",
            operation.layer(),
            operation.name(),
            difference);
    notes.add(note);
    LOG.warn(note);
    return operation.builtIn();
  }

  private static Kind kind(NativeOperation operation) {
    List<Shape> shapes = new ArrayList<>();
    for (Operand operand : operation.operands()) {
      shapes.add(
          operand instanceof Operand.Constant constant
              ? Shape.of(constant.array().shape())
              : ((Value) operand).shape());
    }
    return new Kind(operation.name(), shapes, operation.integers(), operation.numbers());
  }

  static double difference(NativeOperation operation) {
    try {
      return compare(operation, value -> SeededExamples.cut(value.shape())).relative();
    } catch (RuntimeException unfit) {
      // The window may be larger than what was left of the image.
      return compare(operation, Value::shape).relative();
    }
  }

  private static Difference compare(NativeOperation operation, Function<Value, Shape> shapes) {
    SeededExamples examples = new SeededExamples();
    Map<Value, INDArray> arrays = new HashMap<>();
    List<INDArray> inputs =
        operation.inputs(
            value -> arrays.computeIfAbsent(value, read -> examples.numbers(shapes.apply(read))));
    List<INDArray> results = new ArrayList<>();
    try {
      long[] shape =
          Nd4j.getExecutioner()
              .calculateOutputShape(operation.description(inputs))
              .get(0)
              .getShape();
      for (NativeOperation way : List.of(operation.builtIn(), operation)) {
        INDArray result = Nd4j.createUninitialized(DataType.FLOAT, shape);
        results.add(result);
        try {
          new NativeCall(way, inputs, result).run();
        } catch (IllegalStateException e) {
          if (!way.oneDnn()) {
            throw e;
          }
          LOG.debug("oneDNN cannot run {}", operation.name(), e);
          return Difference.NO_RESULT;
        }
      }
      return Difference.of(results.get(1), results.get(0));
    } finally {
      arrays.values().forEach(INDArray::close);
      results.forEach(INDArray::close);
    }
  }
}
