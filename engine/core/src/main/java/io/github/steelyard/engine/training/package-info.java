/** The contract of a trainer: a recipe in, a model file and its card out. */
@NullMarked
package io.github.steelyard.engine.training;

import org.jspecify.annotations.NullMarked;
