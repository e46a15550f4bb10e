package io.github.steelyard.datasets.format;

import java.io.Serializable;

/**
 * One part of a data set: {@code train}, {@code test}.
 *
 * @param options of the data set and of the split, merged
 */
public record SplitSpec(String name, Options options) implements Serializable {}
