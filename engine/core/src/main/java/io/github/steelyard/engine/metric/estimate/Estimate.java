package io.github.steelyard.engine.metric.estimate;

import io.github.steelyard.engine.statistics.Uncertainty;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value for some examples, with its uncertainty.
 *
 * @param metric the metric's id
 * @param aspect which of its values: {@code ""}, {@code macro}, {@code class=3}
 * @param number null where undefined
 * @param undefined why there is no number; null where there is one
 * @param uncertainty an interval, or why there is none
 * @param examples how many examples the model could score
 */
public record Estimate(
    String metric,
    String aspect,
    @Nullable Double number,
    @Nullable String undefined,
    Uncertainty uncertainty,
    long examples) {}
