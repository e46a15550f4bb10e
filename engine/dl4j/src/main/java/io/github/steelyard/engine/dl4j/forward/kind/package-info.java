/** Each kind of layer or vertex as operations: all that the lean forward pass knows. */
@NullMarked
package io.github.steelyard.engine.dl4j.forward.kind;

import org.jspecify.annotations.NullMarked;
