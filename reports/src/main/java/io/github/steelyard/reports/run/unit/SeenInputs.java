package io.github.steelyard.reports.run.unit;

import java.io.Serializable;

/**
 * The numbers of the first examples of a split, before and after a model's preprocessing.
 *
 * @param decoded as they are stored
 * @param given as the model gets them, all its inputs taken together
 */
public record SeenInputs(InputNumbers decoded, InputNumbers given) implements Serializable {}
