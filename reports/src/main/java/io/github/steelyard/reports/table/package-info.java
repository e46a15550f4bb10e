/**
 * What a run found, as Parquet tables that appear all at once. The tables lie below, by the subject
 * of their rows; here is what all of them share, and the one of the runs themselves.
 */
@NullMarked
package io.github.steelyard.reports.table;

import org.jspecify.annotations.NullMarked;
