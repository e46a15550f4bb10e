/** How well the scores of a classifier tell its own data from data that are foreign to it. */
@NullMarked
package io.github.steelyard.engine.outofdistribution;

import org.jspecify.annotations.NullMarked;
