/** Metrics of predicted numbers: what all share, and those of single errors. */
@NullMarked
package io.github.steelyard.engine.metric.regression;

import org.jspecify.annotations.NullMarked;
