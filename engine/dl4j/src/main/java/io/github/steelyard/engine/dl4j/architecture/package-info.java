/** The networks that can be trained: one class for each architecture, sized by a recipe. */
@NullMarked
package io.github.steelyard.engine.dl4j.architecture;

import org.jspecify.annotations.NullMarked;
