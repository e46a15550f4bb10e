/** A network as a list of operations, without memory: all threads share it. */
@NullMarked
package io.github.steelyard.engine.dl4j.forward.program;

import org.jspecify.annotations.NullMarked;
