/** What a model is and costs, layer by layer, told from its graph. */
@NullMarked
package io.github.steelyard.engine.inference.profile;

import org.jspecify.annotations.NullMarked;
