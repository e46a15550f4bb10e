/** Checked examples as bytes, on their way from a source to the shards. */
@NullMarked
package io.github.steelyard.datasets.example;

import org.jspecify.annotations.NullMarked;
