/**
 * The command behind {@code scripts/bench.sh}. How a benchmark is added stands with {@link
 * io.github.steelyard.bench.harness.Benchmark}.
 */
@NullMarked
package io.github.steelyard.bench;

import org.jspecify.annotations.NullMarked;
