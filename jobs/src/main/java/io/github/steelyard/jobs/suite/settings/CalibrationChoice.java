package io.github.steelyard.jobs.suite.settings;

/** What is done to make confidences truer. */
public enum CalibrationChoice {
  NONE,
  /** Logits are divided by one number, fitted on a part of each split. */
  TEMPERATURE
}
