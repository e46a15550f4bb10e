/** The table of all benchmarks, and what it was measured on. */
@NullMarked
package io.github.steelyard.bench.report;

import org.jspecify.annotations.NullMarked;
