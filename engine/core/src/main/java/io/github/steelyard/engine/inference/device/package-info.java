/** Where a model runs, and in which numbers. */
@NullMarked
package io.github.steelyard.engine.inference.device;

import org.jspecify.annotations.NullMarked;
