/** Sources that have columns: which column plays which part, and records as raw examples. */
@NullMarked
package io.github.steelyard.datasets.column;

import org.jspecify.annotations.NullMarked;
