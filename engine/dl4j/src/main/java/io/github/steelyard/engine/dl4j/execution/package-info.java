/** How ND4J runs its operations on a CPU: as it does itself, but for two of its faults. */
@NullMarked
package io.github.steelyard.engine.dl4j.execution;

import org.jspecify.annotations.NullMarked;
