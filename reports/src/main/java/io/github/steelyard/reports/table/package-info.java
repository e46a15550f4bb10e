/** What a run found, as Parquet tables that appear all at once. */
@NullMarked
package io.github.steelyard.reports.table;

import org.jspecify.annotations.NullMarked;
