/** Metrics of the labels' probabilities: how well they rank and how far they are off. */
@NullMarked
package io.github.steelyard.engine.metric.multilabel.score;

import org.jspecify.annotations.NullMarked;
