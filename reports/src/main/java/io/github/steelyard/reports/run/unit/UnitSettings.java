package io.github.steelyard.reports.run.unit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What decides a unit's values beside its examples and predictions, so that they can be computed
 * again from those.
 *
 * @param shift what was done to the inputs, or null where nothing was
 * @param format of the data set's files: {@code csv}
 * @param clusterBy the column whose values keep examples together, or null where all are
 *     independent
 * @param trainSplit the data set's split that models were trained on, or null where none is known
 * @param sameAs the model of the run whose answers this one should give, too, or null
 * @param relativeOf the data set and split ({@code digits/test}) of which this one is a relative,
 *     or null
 * @param allScores whether every score of an example is kept beyond 32 classes, too
 * @param foreignTo the data set and split ({@code digits/test}) that this one is foreign to, or
 *     null
 * @param binary what the metrics of a yes-or-no question were computed for, or null where there are
 *     none
 * @param taskVersion of the task's outcomes
 * @param shiftVersion of what was done to the inputs, or null where nothing was
 * @param inputs what the numbers are like that the model was given; null under a shift, and where
 *     no inputs were there to look at
 */
public record UnitSettings(
    String model,
    String dataset,
    String split,
    @Nullable AppliedShift shift,
    String format,
    @Nullable String clusterBy,
    @Nullable String trainSplit,
    @Nullable String sameAs,
    @Nullable String relativeOf,
    boolean allScores,
    @Nullable String foreignTo,
    @Nullable BinaryDecision binary,
    int taskVersion,
    @Nullable Integer shiftVersion,
    @Nullable SeenInputs inputs)
    implements Serializable {}
