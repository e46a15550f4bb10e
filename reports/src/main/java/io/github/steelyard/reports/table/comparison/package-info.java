/** Tables of models held against each other. */
@NullMarked
package io.github.steelyard.reports.table.comparison;

import org.jspecify.annotations.NullMarked;
