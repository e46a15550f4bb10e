package io.github.steelyard.engine.dl4j.head;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.task.regression.RegressionTask;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The number itself; the loss is the squared error. */
@AutoService(OutputHead.class)
public final class RegressionHead extends OutputHead {
  public RegressionHead() {
    super(RegressionTask.NAME, "regressor", Activation.IDENTITY, LossFunction.MSE, true);
  }
}
