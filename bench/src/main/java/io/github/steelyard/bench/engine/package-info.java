/**
 * Engines against the libraries they run on, and against those that people would otherwise use: the
 * same network, weights and inputs, one thread, the same batch.
 */
@NullMarked
package io.github.steelyard.bench.engine;

import org.jspecify.annotations.NullMarked;
