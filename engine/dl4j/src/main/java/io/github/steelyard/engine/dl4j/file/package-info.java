/** Model files: what kind one is, whether it may be opened, and the network in it. */
@NullMarked
package io.github.steelyard.engine.dl4j.file;

import org.jspecify.annotations.NullMarked;
