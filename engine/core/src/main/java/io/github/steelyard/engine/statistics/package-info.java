/**
 * Exact sums, intervals, tests of two models on the same examples, and what a data set can show.
 */
@NullMarked
package io.github.steelyard.engine.statistics;

import org.jspecify.annotations.NullMarked;
