/** What Keras writes, read so that Deeplearning4j's importer, which knows Keras 2, can use it. */
@NullMarked
package io.github.steelyard.engine.dl4j.keras;

import org.jspecify.annotations.NullMarked;
