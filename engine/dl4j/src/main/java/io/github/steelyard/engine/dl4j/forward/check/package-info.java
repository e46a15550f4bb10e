/** How far apart oneDNN's results and the built-in ones are, on a few seeded examples. */
@NullMarked
package io.github.steelyard.engine.dl4j.forward.check;

import org.jspecify.annotations.NullMarked;
