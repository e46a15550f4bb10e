/** Metrics of the labels that are predicted for each example. */
@NullMarked
package io.github.steelyard.engine.metric.multilabel;

import org.jspecify.annotations.NullMarked;
