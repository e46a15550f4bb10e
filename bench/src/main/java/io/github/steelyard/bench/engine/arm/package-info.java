/** A network's work, as each of the systems does it: Steelyard's engines, and others. */
@NullMarked
package io.github.steelyard.bench.engine.arm;

import org.jspecify.annotations.NullMarked;
