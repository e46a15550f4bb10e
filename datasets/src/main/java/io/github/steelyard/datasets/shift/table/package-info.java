/** Shifts of tables: float32 inputs of one dimension, whose places are columns. */
@NullMarked
package io.github.steelyard.datasets.shift.table;

import org.jspecify.annotations.NullMarked;
