/** How each kind of layer, with its bias and its activation, becomes a primitive of oneDNN. */
@NullMarked
package io.github.steelyard.engine.dl4j.blocked.recipe;

import org.jspecify.annotations.NullMarked;
