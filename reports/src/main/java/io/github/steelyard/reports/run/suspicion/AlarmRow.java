package io.github.steelyard.reports.run.suspicion;

import java.io.Serializable;

/**
 * Something about a model's results on a split that looks like a mistake rather than like quality.
 *
 * @param alarm its id: {@code permuted-labels}
 * @param message one sentence: what was seen, and what it suggests
 */
public record AlarmRow(String model, String dataset, String split, String alarm, String message)
    implements Serializable {}
