/** Exact sums, intervals and the distributions behind them. */
@NullMarked
package io.github.steelyard.engine.statistics;

import org.jspecify.annotations.NullMarked;
