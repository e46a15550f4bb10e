/** Rows held column by column, and the Parquet files of them: examples, outcomes and tables. */
@NullMarked
package io.github.steelyard.engine.columnar;

import org.jspecify.annotations.NullMarked;
