/** Trains the architectures, the same bytes for the same recipe and examples. */
@NullMarked
package io.github.steelyard.engine.dl4j.training;

import org.jspecify.annotations.NullMarked;
