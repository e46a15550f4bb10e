/** What programs do to pictures: compression, coarse pixels, other contrasts and tones. */
@NullMarked
package io.github.steelyard.datasets.shift.image.digital;

import org.jspecify.annotations.NullMarked;
