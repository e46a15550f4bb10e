/**
 * The metrics of the task {@code classification}, as scikit-learn defines them: here those that see
 * each example's probabilities by themselves, below the others, by what their states keep.
 */
@NullMarked
package io.github.steelyard.engine.metric.classification;

import org.jspecify.annotations.NullMarked;
