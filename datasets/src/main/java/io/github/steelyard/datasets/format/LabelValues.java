package io.github.steelyard.datasets.format;

/** What stands in a label column. */
public enum LabelValues {
  /** A class name of the label map. */
  NAME,
  /** An index into the label map. */
  INDEX
}
