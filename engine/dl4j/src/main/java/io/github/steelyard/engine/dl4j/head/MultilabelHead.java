package io.github.steelyard.engine.dl4j.head;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The logistic function of each label; the loss is the sum of the binary cross-entropies. */
@AutoService(OutputHead.class)
public final class MultilabelHead extends OutputHead {
  public MultilabelHead() {
    super(MultilabelTask.NAME, "labels", Activation.SIGMOID, LossFunction.XENT, false);
  }
}
