package io.github.steelyard.engine.dl4j.forward.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * One of libnd4j's operations.
 *
 * @param layer that it was made for
 * @param name libnd4j's: {@code conv2d}
 * @param oneDnn whether oneDNN may run it instead of libnd4j's own code
 */
public record NativeOperation(
    String layer,
    String name,
    List<Operand> operands,
    Value writes,
    List<Long> integers,
    List<Double> numbers,
    boolean oneDnn)
    implements Operation {
  public NativeOperation {
    operands = List.copyOf(operands);
    integers = List.copyOf(integers);
    numbers = List.copyOf(numbers);
  }

  /** The same, of libnd4j's own code. */
  public NativeOperation builtIn() {
    return new NativeOperation(layer, name, operands, writes, integers, numbers, false);
  }

  @Override
  public List<Value> reads() {
    return operands.stream().filter(Value.class::isInstance).map(Value.class::cast).toList();
  }

  @Override
  public Runnable bind(Function<Value, INDArray> arrays) {
    return new NativeCall(this, inputs(arrays), arrays.apply(writes));
  }

  /**
   * The same, over other values.
   *
   * @param inputs one for each of {@link #reads}
   */
  public NativeOperation over(List<Value> inputs, Value written) {
    Iterator<Value> next = inputs.iterator();
    List<Operand> others =
        operands.stream().map(operand -> operand instanceof Value ? next.next() : operand).toList();
    return new NativeOperation(layer, name, others, written, integers, numbers, oneDnn);
  }

  /** Parameters as they are, all else as the function says. */
  public List<INDArray> inputs(Function<Value, INDArray> arrays) {
    List<INDArray> inputs = new ArrayList<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Constant constant) {
        inputs.add(constant.array());
      } else {
        inputs.add(arrays.apply((Value) operand));
      }
    }
    return inputs;
  }

  long[] integerArguments() {
    return integers.stream().mapToLong(Long::longValue).toArray();
  }

  double[] numberArguments() {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** As ND4J describes it, for its shape functions. */
  public CustomOp description(List<INDArray> inputs) {
    return DynamicCustomOp.builder(name)
        .addInputs(inputs.toArray(INDArray[]::new))
        .addIntegerArguments(integers.stream().mapToInt(Math::toIntExact).toArray())
        .addFloatingPointArguments(numbers.toArray(Double[]::new))
        .build();
  }
}
