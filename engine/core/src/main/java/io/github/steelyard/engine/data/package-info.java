/** What flows into an engine: named, typed tensors in Arrow memory. */
@NullMarked
package io.github.steelyard.engine.data;

import org.jspecify.annotations.NullMarked;
