/** Rankings of yes-or-no examples by a score, kept in fixed bins with an error bound. */
@NullMarked
package io.github.steelyard.engine.metric.ranking;

import org.jspecify.annotations.NullMarked;
