package io.github.steelyard.engine.dl4j.training;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.engine.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes a network through all epochs. An epoch is cut into the least number of minibatches that are
 * no larger than the recipe says, all of equal size give or take one, so that no step hangs on a
 * handful of left-over examples.
 */
final class TrainingLoop {
  private final TrainingRecipe recipe;
  private final TrainingSet examples;
  private final int used;
  private final int steps;
  private final TargetScale scale;

  /**
   * @param used how many of the first examples are used
   * @param scale of the targets
   */
  TrainingLoop(TrainingRecipe recipe, TrainingSet examples, int used, TargetScale scale) {
    this.recipe = recipe;
    this.examples = examples;
    this.used = used;
    this.scale = scale;
    this.steps = (int) ((used + (long) recipe.batchSize() - 1) / recipe.batchSize());
  }

  /** Trains, and tells the mean loss of each epoch. */
  List<Double> run(ComputationGraph network) {
    List<Double> losses = new ArrayList<>();
    EpochOrder order = new EpochOrder(used, recipe.seed());
    try (Minibatch smaller = new Minibatch(used / steps, examples, scale);
        Minibatch larger = new Minibatch(used / steps + 1, examples, scale)) {
      for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
        losses.add(epoch(network, order.next(), epoch, smaller, larger));
      }
    }
    return losses;
  }

  private double epoch(
      ComputationGraph network, int[] order, int epoch, Minibatch smaller, Minibatch larger) {
    double sum = 0;
    for (int step = 0; step < steps; step++) {
      int from = from(step);
      Minibatch batch = from(step + 1) - from == smaller.size() ? smaller : larger;
      batch.fill(examples, order, from);
      network.fit(new INDArray[] {batch.features()}, new INDArray[] {batch.targets()});
      double loss = network.score();
      if (!Double.isFinite(loss)) {
        throw diverged(epoch);
      }
      sum += loss * batch.size();
    }
    // The loss is clipped: weights can be lost before it shows.
    if (!Double.isFinite(network.params().sumNumber().doubleValue())) {
      throw diverged(epoch);
    }
    return scale.loss(sum / used);
  }

  private int from(int step) {
    return (int) ((long) used * step / steps);
  }

  private BadInputException diverged(int epoch) {
    return new BadInputException(
        "The training of "
            + recipe.architecture()
            + " (width "
            + recipe.width()
            + ", depth "
            + recipe.depth()
            + ", seed "
            + recipe.seed()
            + ", learning rate "
            + recipe.learningRate()
            + ") diverged in epoch "
            + epoch
            + ": expected finite losses and weights; a smaller learning rate may help.");
  }
}
