/** Pictures whose pixels have moved: turned, shifted, scaled, crumpled. */
@NullMarked
package io.github.steelyard.datasets.shift.image.geometric;

import org.jspecify.annotations.NullMarked;
