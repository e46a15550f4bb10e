package io.github.steelyard.jobs.suite.settings;

import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.format.DatasetSpec;
import java.io.Serializable;
import java.util.List;

/**
 * A family file, checked: which models are trained, and on what.
 *
 * @param engine the engine of a {@link io.github.steelyard.engine.training.ModelTrainer}
 * @param trainSplit one of the data set's splits
 * @param recipes at least one, of different names
 */
public record Family(
    String name,
    String engine,
    DatasetSpec dataset,
    String trainSplit,
    Preprocessing preprocessing,
    List<NamedRecipe> recipes)
    implements Serializable {
  public Family {
    recipes = List.copyOf(recipes);
  }
}
