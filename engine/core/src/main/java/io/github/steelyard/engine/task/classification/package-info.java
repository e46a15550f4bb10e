/**
 * One class for each example: what is kept of a model's scores, and how far two models' are apart.
 */
@NullMarked
package io.github.steelyard.engine.task.classification;

import org.jspecify.annotations.NullMarked;
