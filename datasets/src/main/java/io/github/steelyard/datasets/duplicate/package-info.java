/** Examples that are the same, or nearly so: signatures, and when two of them are alike. */
@NullMarked
package io.github.steelyard.datasets.duplicate;

import org.jspecify.annotations.NullMarked;
