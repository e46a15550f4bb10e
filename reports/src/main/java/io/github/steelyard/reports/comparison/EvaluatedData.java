package io.github.steelyard.reports.comparison;

import io.github.steelyard.engine.data.LabelMap;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a model was evaluated on: all that scores must share to be comparable.
 *
 * @param fingerprint of contents, labels, split and decoding; another selection of examples ({@code
 *     --limit}) has another one
 * @param labels the classes, in the order of their indices
 * @param shift what was done to the inputs, with severity and version ({@code fog 3, version 1}),
 *     or null where nothing was
 * @param task with its version: {@code classification 2}
 * @param examples how many there are, scored or not
 * @param limit the most examples that were asked for, or null for all
 * @param decision what the metrics of a yes-or-no question are computed for, in words, or null
 *     where there are none
 */
public record EvaluatedData(
    String dataset,
    String split,
    String fingerprint,
    LabelMap labels,
    @Nullable String shift,
    String task,
    long examples,
    @Nullable Long limit,
    @Nullable String decision)
    implements Serializable {}
