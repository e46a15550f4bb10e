/** Text files of separated values. */
@NullMarked
package io.github.steelyard.datasets.csv;

import org.jspecify.annotations.NullMarked;
