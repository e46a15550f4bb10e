package io.github.steelyard.engine.dl4j.head;

import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The last layer of a network that learns one task, and what it learns by. Found by {@link
 * java.util.ServiceLoader}.
 */
public abstract class OutputHead {
  private final String task;
  private final String layer;
  private final Activation activation;
  private final LossFunction loss;
  private final boolean standardized;

  /**
   * Declares all of it.
   *
   * @param task the name of the task
   * @param layer what the layer is called in the graph
   * @param activation what becomes of the layer's sums; the task takes it for the first of its
   *     output kinds
   * @param loss falls while the outputs come nearer to the targets
   * @param standardized whether targets are numbers of any size and the loss is their squared
   *     error: they are standardized while training, and the layer's weights scaled back
   *     afterwards, so that a learning rate means the same whatever their unit
   */
  protected OutputHead(
      String task, String layer, Activation activation, LossFunction loss, boolean standardized) {
    this.task = task;
    this.layer = layer;
    this.activation = activation;
    this.loss = loss;
    this.standardized = standardized;
  }

  public final String task() {
    return task;
  }

  public final String layer() {
    return layer;
  }

  public final Activation activation() {
    return activation;
  }

  public final LossFunction loss() {
    return loss;
  }

  public final boolean standardized() {
    return standardized;
  }
}
