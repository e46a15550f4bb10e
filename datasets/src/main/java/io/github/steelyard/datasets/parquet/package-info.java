/** Parquet files. */
@NullMarked
package io.github.steelyard.datasets.parquet;

import org.jspecify.annotations.NullMarked;
