/**
 * The lean forward pass: a network's layers become a list of native operations over memory that is
 * reused for every batch, so that small networks spend their time on arithmetic.
 */
@NullMarked
package io.github.steelyard.engine.dl4j.forward;

import org.jspecify.annotations.NullMarked;
