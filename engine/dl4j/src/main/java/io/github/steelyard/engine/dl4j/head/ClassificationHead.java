package io.github.steelyard.engine.dl4j.head;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The softmax over the classes; the loss is the cross-entropy. */
@AutoService(OutputHead.class)
public final class ClassificationHead extends OutputHead {
  public ClassificationHead() {
    super(
        ClassificationTask.NAME,
        "classifier",
        Activation.SOFTMAX,
        LossFunction.NEGATIVELOGLIKELIHOOD,
        false);
  }
}
