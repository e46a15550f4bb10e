/** States and values that metrics of several tasks share. */
@NullMarked
package io.github.steelyard.engine.metric.state;

import org.jspecify.annotations.NullMarked;
