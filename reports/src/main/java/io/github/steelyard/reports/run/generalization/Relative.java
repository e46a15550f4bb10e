package io.github.steelyard.reports.run.generalization;

import java.io.Serializable;

/**
 * A split of a data set that is held against another one: another domain with the same labels, or
 * something foreign.
 *
 * @param originDataset the data set that it is held against
 * @param originSplit and that one's split
 */
public record Relative(String dataset, String split, String originDataset, String originSplit)
    implements Serializable {}
