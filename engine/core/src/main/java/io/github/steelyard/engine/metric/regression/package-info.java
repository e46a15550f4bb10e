/** Metrics of predicted numbers, from exact sums of errors and of their squares. */
@NullMarked
package io.github.steelyard.engine.metric.regression;

import org.jspecify.annotations.NullMarked;
