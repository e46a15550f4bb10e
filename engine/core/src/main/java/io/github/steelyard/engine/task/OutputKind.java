package io.github.steelyard.engine.task;

/** What the numbers are that a classifier yields. */
public enum OutputKind {
  /** Not negative, and adding up to 1. */
  PROBABILITIES,
  /** Any finite numbers; their softmax gives the probabilities. */
  LOGITS
}
