package io.github.steelyard.reports.run.suspicion;

import java.io.Serializable;

/**
 * An example of a split that is like a training example.
 *
 * @param ordinal the example's place in its split, from 0, in canonical order
 * @param trainOrdinal the first training example that it is like, likewise
 */
public record DuplicateRow(
    String dataset,
    String split,
    String trainSplit,
    ContaminationKind kind,
    long ordinal,
    long trainOrdinal)
    implements Serializable {}
