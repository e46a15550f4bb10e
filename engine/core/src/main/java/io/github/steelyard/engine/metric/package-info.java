/** The contract of a metric: a stateless description, a mergeable state, the values it yields. */
@NullMarked
package io.github.steelyard.engine.metric;

import org.jspecify.annotations.NullMarked;
