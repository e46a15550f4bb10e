package io.github.steelyard.engine.dl4j.blocked.plan;

import io.github.steelyard.engine.dl4j.forward.program.ActivationCall;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import io.github.steelyard.engine.dl4j.forward.program.Operation;
import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * A function of each number by itself.
 *
 * @param algorithm oneDNN's number for it
 */
public record Eltwise(int algorithm, float alpha, float beta) {
  private static final String RELU = "relu";

  private static final Map<IActivation, Eltwise> FUNCTIONS =
      Map.of(
          new ActivationTanH(), new Eltwise(dnnl.dnnl_eltwise_tanh, 0, 0),
          new ActivationSigmoid(), new Eltwise(dnnl.dnnl_eltwise_logistic, 0, 0),
          new ActivationReLU6(), new Eltwise(dnnl.dnnl_eltwise_bounded_relu, 6, 0),
          new ActivationSwish(), new Eltwise(dnnl.dnnl_eltwise_swish, 1, 0));

  /** Null where the operation is no such function, or one that oneDNN has not. */
  public static @Nullable Eltwise of(Operation operation) {
    if (operation instanceof NativeOperation named) {
      return named.name().equals(RELU) ? new Eltwise(dnnl.dnnl_eltwise_relu, 0, 0) : null;
    }
    IActivation function = ((ActivationCall) operation).function();
    if (function instanceof ActivationELU elu) {
      return new Eltwise(dnnl.dnnl_eltwise_elu, (float) elu.getAlpha(), 0);
    }
    if (function instanceof ActivationLReLU leaky) {
      return new Eltwise(dnnl.dnnl_eltwise_relu, (float) leaky.getAlpha(), 0);
    }
    return FUNCTIONS.get(function);
  }
}
