/** Short sketches of long things, by which it is told how much two of them have in common. */
@NullMarked
package io.github.steelyard.datasets.sketch;

import org.jspecify.annotations.NullMarked;
