/**
 * From the rows of one model to its estimates: states kept for each group of each slice, merged in
 * any order, asked at the end.
 */
@NullMarked
package io.github.steelyard.engine.metric.scorecard;

import org.jspecify.annotations.NullMarked;
