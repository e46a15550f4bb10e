package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import java.io.Serializable;

/**
 * A split that is held against the one that models were trained on.
 *
 * @param train of the same data set
 */
public record CheckedSplit(PreparedSplit split, PreparedSplit train) implements Serializable {}
