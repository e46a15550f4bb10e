/** What several shifts do to a picture's neighbouring pixels: weighted sums, lines and zooms. */
@NullMarked
package io.github.steelyard.datasets.shift.image.filter;

import org.jspecify.annotations.NullMarked;
