/** The correlation of ranks: exact of some thousand examples, from bins of more. */
@NullMarked
package io.github.steelyard.engine.metric.regression.rank;

import org.jspecify.annotations.NullMarked;
