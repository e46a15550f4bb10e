/** Pictures of bad weather: snow, fog, frost, glaring light. */
@NullMarked
package io.github.steelyard.datasets.shift.image.weather;

import org.jspecify.annotations.NullMarked;
