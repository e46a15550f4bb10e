/** Tables that Spark knows by name. */
@NullMarked
package io.github.steelyard.datasets.table;

import org.jspecify.annotations.NullMarked;
