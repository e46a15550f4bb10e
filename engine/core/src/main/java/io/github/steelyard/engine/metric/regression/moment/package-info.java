/** Metrics from exact sums of numbers, of their errors and of the squares of both. */
@NullMarked
package io.github.steelyard.engine.metric.regression.moment;

import org.jspecify.annotations.NullMarked;
