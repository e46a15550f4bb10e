/** The contract of an inference engine: a model opened once, an engine for each thread. */
@NullMarked
package io.github.steelyard.engine.inference;

import org.jspecify.annotations.NullMarked;
