/**
 * What is found of metrics: their values for the slices of a data set with intervals, and by how
 * much one model exceeds another.
 */
@NullMarked
package io.github.steelyard.engine.metric.estimate;

import org.jspecify.annotations.NullMarked;
