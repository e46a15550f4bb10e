/** What a network expects and costs, told from its layers. */
@NullMarked
package io.github.steelyard.engine.dl4j.profile;

import org.jspecify.annotations.NullMarked;
