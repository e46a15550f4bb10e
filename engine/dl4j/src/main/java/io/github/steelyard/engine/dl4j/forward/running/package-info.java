/** A program over the memory of one thread, which is reused for every batch. */
@NullMarked
package io.github.steelyard.engine.dl4j.forward.running;

import org.jspecify.annotations.NullMarked;
