/** ND4J's native code: which build of it this machine runs, on which devices. */
@NullMarked
package io.github.steelyard.engine.dl4j.backend;

import org.jspecify.annotations.NullMarked;
