/** Metrics of the order of errors, kept in fixed bins: medians and maxima. */
@NullMarked
package io.github.steelyard.engine.metric.regression.order;

import org.jspecify.annotations.NullMarked;
