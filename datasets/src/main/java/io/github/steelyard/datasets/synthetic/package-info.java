/** The built-in data set: digits that are drawn on demand, as many as are asked for. */
@NullMarked
package io.github.steelyard.datasets.synthetic;

import org.jspecify.annotations.NullMarked;
