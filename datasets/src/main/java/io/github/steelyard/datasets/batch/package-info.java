/** Prepared shards as Arrow batches, preprocessed as a model wants them. */
@NullMarked
package io.github.steelyard.datasets.batch;

import org.jspecify.annotations.NullMarked;
