/** Runs Deeplearning4j's own models, Keras files and SameDiff graphs. */
@NullMarked
package io.github.steelyard.engine.dl4j;

import org.jspecify.annotations.NullMarked;
