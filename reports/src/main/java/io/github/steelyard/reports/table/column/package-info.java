/** Columns that many tables have, with one name and one description everywhere. */
@NullMarked
package io.github.steelyard.reports.table.column;

import org.jspecify.annotations.NullMarked;
