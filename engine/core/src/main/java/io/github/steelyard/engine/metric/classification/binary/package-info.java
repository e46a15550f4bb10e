/** Metrics of one class against all others together, from four counts: its hits and misses. */
@NullMarked
package io.github.steelyard.engine.metric.classification.binary;

import org.jspecify.annotations.NullMarked;
