package io.github.steelyard.reports.run.unit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A unit, or all units of a model or of a data set, that has no results.
 *
 * @param model the model concerned, or null where a data set failed for all models
 * @param dataset the data set concerned, or null where a model failed for all data sets
 * @param split the split concerned, or null where all are
 * @param shift what was done to the inputs, or null where nothing was or the failure is of more
 *     than one unit
 * @param message one sentence
 * @param exception the class of what was thrown
 */
public record FailureRow(
    @Nullable String model,
    @Nullable String dataset,
    @Nullable String split,
    @Nullable AppliedShift shift,
    FailureStage stage,
    String message,
    String exception)
    implements Serializable {}
