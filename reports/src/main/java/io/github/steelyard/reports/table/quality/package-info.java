/** Tables of how good each model is, on all examples and on slices of them. */
@NullMarked
package io.github.steelyard.reports.table.quality;

import org.jspecify.annotations.NullMarked;
