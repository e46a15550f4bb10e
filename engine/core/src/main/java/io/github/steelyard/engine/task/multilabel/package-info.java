/** Any number of labels for each example: what is kept of a model's scores of them. */
@NullMarked
package io.github.steelyard.engine.task.multilabel;

import org.jspecify.annotations.NullMarked;
