/** Runs in a JVM without Steelyard's engines. */
@NullMarked
package io.github.steelyard.bench.stock;

import org.jspecify.annotations.NullMarked;
