/** Tables of what was evaluated, at what cost, and of what failed. */
@NullMarked
package io.github.steelyard.reports.table.unit;

import org.jspecify.annotations.NullMarked;
