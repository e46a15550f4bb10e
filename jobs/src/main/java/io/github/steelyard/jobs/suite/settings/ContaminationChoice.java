package io.github.steelyard.jobs.suite.settings;

/** Which duplicates of training examples are looked for in the other splits. */
public enum ContaminationChoice {
  NONE,
  /** Those whose decoded inputs are the same. */
  EXACT,
  /** Those that look the same, too. */
  NEAR
}
