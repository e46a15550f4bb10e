package io.github.steelyard.reports.run;

import java.io.Serializable;

/**
 * A split of a data set that stands for another domain with the same labels.
 *
 * @param originDataset the data set that it is held against
 * @param originSplit and that one's split
 */
public record Relative(String dataset, String split, String originDataset, String originSplit)
    implements Serializable {}
