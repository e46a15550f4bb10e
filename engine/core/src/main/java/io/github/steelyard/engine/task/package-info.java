/** What a model is asked to do: its inputs, and the outcomes kept of each answer. */
@NullMarked
package io.github.steelyard.engine.task;

import org.jspecify.annotations.NullMarked;
