package io.github.steelyard.engine.metric.state;

/** The weights of a block's examples. */
public final class Weights {
  private Weights() {}

  /** Whether each example counts as one: most data have no other weights, and ones are quick. */
  public static boolean allOnes(double[] weights) {
    for (double weight : weights) {
      if (weight != 1) {
        return false;
      }
    }
    return true;
  }
}
