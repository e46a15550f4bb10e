/** What the rounds of two arms come to: a ratio, held against the one that is wanted. */
@NullMarked
package io.github.steelyard.bench.harness.ratio;

import org.jspecify.annotations.NullMarked;
