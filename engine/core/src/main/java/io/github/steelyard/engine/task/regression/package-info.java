/** One number for each example: the model's own, kept as it stands. */
@NullMarked
package io.github.steelyard.engine.task.regression;

import org.jspecify.annotations.NullMarked;
