package io.github.steelyard.engine.dl4j.forward.program;

import io.github.steelyard.engine.data.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network as a list of operations, which grows while it is compiled. */
public final class Program {
  private final int inputs;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Value> outputs = new ArrayList<>();
  private int storages;

  public Program(int inputs) {
    this.inputs = inputs;
    this.storages = inputs;
  }

  /** How many storages are a batch's: the first ones. */
  public int inputs() {
    return inputs;
  }

  public int storages() {
    return storages;
  }

  public List<Operation> operations() {
    return operations;
  }

  public List<Value> outputs() {
    return outputs;
  }

  /** A value in a place of its own. */
  public Value fresh(Shape shape) {
    return new Value(storages++, shape);
  }

  public void add(Operation operation) {
    operations.add(operation);
  }

  public static Operand.Constant constant(INDArray parameter) {
    return new Operand.Constant(parameter);
  }

  /** A vector of parameters, which Deeplearning4j keeps as a row. */
  public static Operand.Constant vector(INDArray parameter) {
    return new Operand.Constant(parameter.reshape(parameter.length()));
  }
}
