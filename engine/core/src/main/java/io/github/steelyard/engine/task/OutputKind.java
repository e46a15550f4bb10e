package io.github.steelyard.engine.task;

/** What the numbers are that a model yields. */
public enum OutputKind {
  /** From 0 to 1; where each example is of one class, they add up to 1. */
  PROBABILITIES,
  /**
   * Any finite numbers, which give the probabilities: by the softmax of all of them where each
   * example is of one class, else by the logistic function of each.
   */
  LOGITS,
  /** The answers themselves: the numbers that a regression predicts. */
  VALUES
}
