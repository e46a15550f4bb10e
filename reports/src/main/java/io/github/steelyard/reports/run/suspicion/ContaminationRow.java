package io.github.steelyard.reports.run.suspicion;

import java.io.Serializable;

/**
 * How many examples of a split are duplicates of training examples.
 *
 * @param method how they were found, with its version
 * @param examples of the split
 * @param trainExamples that they were held against
 * @param duplicates examples of the split that are like a training example; a near one is not an
 *     exact one as well
 * @param skippedBuckets groups of look-alikes that were too large to look at: with more than 0,
 *     there may be more duplicates
 */
public record ContaminationRow(
    String dataset,
    String split,
    String trainSplit,
    ContaminationKind kind,
    String method,
    long examples,
    long trainExamples,
    long duplicates,
    long skippedBuckets)
    implements Serializable {
  /** The slice column that says of each example which kind of duplicate it is. */
  public static final String SLICE = "contamination";

  /** The slice of the examples that are none. */
  public static final String CLEAN = "none";

  public ContaminationRow {
    if (!(examples > 0 && duplicates >= 0 && duplicates <= examples)) {
      throw new IllegalArgumentException(
          "Cannot have " + duplicates + " duplicates of " + examples + " examples");
    }
  }

  /** Of the split's examples, 0 to 1. */
  public double share() {
    return (double) duplicates / examples;
  }
}
