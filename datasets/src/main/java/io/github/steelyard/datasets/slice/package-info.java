/** Slices that a suite defines: crosses of slice columns and SQL expressions over them. */
@NullMarked
package io.github.steelyard.datasets.slice;

import org.jspecify.annotations.NullMarked;
