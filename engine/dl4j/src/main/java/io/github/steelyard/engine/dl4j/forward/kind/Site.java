package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.ActivationCall;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where a layer or vertex stands: what it gets, what it must give.
 *
 * @param output the shape of one example
 */
public record Site(
    String name,
    List<Value> inputs,
    Shape output,
    Map<String, INDArray> parameters,
    Program program) {
  /** The only input of a layer. */
  Value input() {
    return inputs.get(0);
  }

  INDArray parameter(String key) {
    return Objects.requireNonNull(parameters.get(key), key);
  }

  /** Adds an operation with a result of its own. */
  Value emit(
      String operation,
      List<? extends Operand> operands,
      Shape shape,
      long[] integers,
      double... numbers) {
    Value result = program.fresh(shape);
    program.add(operation(operation, operands, result, integers, numbers));
    return result;
  }

  /** Adds an operation that changes a value. */
  void emitInPlace(String operation, List<? extends Operand> operands, Value changed) {
    program.add(operation(operation, operands, changed, new long[0]));
  }

  private NativeOperation operation(
      String operation,
      List<? extends Operand> operands,
      Value result,
      long[] integers,
      double... numbers) {
    return new NativeOperation(
        name,
        operation,
        List.copyOf(operands),
        result,
        Arrays.stream(integers).boxed().toList(),
        Arrays.stream(numbers).boxed().toList(),
        true);
  }

  /** Applies an activation function to a value that nobody else reads. */
  Value activated(IActivation function, Value value) {
    if (function.equals(new ActivationReLU())) {
      program.add(operation("relu", List.of(value), value, new long[0], 0));
    } else if (function instanceof ActivationSoftmax && value.shape().rank() == 1) {
      program.add(operation("softmax", List.of(value), value, new long[] {1}));
    } else if (!(function instanceof ActivationIdentity)) {
      program.add(new ActivationCall(function, value));
    }
    return value;
  }
}
