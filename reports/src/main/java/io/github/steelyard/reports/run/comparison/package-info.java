/**
 * Models held against each other: differences, ranks, agreement, and how they stand the same
 * shifts.
 */
@NullMarked
package io.github.steelyard.reports.run.comparison;

import org.jspecify.annotations.NullMarked;
