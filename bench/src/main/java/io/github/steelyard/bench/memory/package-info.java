/** What large models take of a machine's memory. */
@NullMarked
package io.github.steelyard.bench.memory;

import org.jspecify.annotations.NullMarked;
