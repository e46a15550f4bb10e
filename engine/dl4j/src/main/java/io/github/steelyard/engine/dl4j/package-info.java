/** Runs Deeplearning4j's own models and Keras 1 and 2 files, on the CPU. */
@NullMarked
package io.github.steelyard.engine.dl4j;

import org.jspecify.annotations.NullMarked;
