package io.github.steelyard.engine.dl4j.forward.program;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What an operation reads: something that changes with the batch, or a parameter. */
public sealed interface Operand permits Value, Operand.Constant {
  /** A parameter, which all threads share. */
  record Constant(INDArray array) implements Operand {}
}
