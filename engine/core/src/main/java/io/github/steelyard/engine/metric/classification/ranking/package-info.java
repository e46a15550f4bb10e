/** Metrics of how the scores of a class rank its examples before all others. */
@NullMarked
package io.github.steelyard.engine.metric.classification.ranking;

import org.jspecify.annotations.NullMarked;
