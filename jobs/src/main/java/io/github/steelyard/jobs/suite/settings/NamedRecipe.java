package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.engine.training.TrainingRecipe;
import java.io.Serializable;

/**
 * One model of a family.
 *
 * @param name after the axes that vary in the family: {@code mlp-w128-d2-s1}
 * @param place where it stands, {@code file:line:column}, for problems that show later
 */
public record NamedRecipe(String name, TrainingRecipe recipe, String place)
    implements Serializable {}
