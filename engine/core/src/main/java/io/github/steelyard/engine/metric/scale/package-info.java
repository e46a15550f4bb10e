/** Scales on which skewed values are nearly normal, and intervals that are made there. */
@NullMarked
package io.github.steelyard.engine.metric.scale;

import org.jspecify.annotations.NullMarked;
