/** Pictures out of focus, seen through glass, or taken while something moved. */
@NullMarked
package io.github.steelyard.datasets.shift.image.blur;

import org.jspecify.annotations.NullMarked;
