/** Noise on each pixel by itself, as sensors make it. */
@NullMarked
package io.github.steelyard.datasets.shift.image.noise;

import org.jspecify.annotations.NullMarked;
