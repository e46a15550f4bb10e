/** Networks that Deeplearning4j runs layer by layer, each layer held against its built-in code. */
@NullMarked
package io.github.steelyard.engine.dl4j.layered;

import org.jspecify.annotations.NullMarked;
