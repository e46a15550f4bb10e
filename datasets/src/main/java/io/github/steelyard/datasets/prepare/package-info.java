/** Rows, checked and cut into canonical shards, once. */
@NullMarked
package io.github.steelyard.datasets.prepare;

import org.jspecify.annotations.NullMarked;
