/** Metrics of predicted classes, from counts of which class was taken for which. */
@NullMarked
package io.github.steelyard.engine.metric.classification.confusion;

import org.jspecify.annotations.NullMarked;
