package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.ModelProfile;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.jobs.spark.StagedModel;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that has been found, staged for the executors and read.
 *
 * @param source the path in the suite
 * @param outputClasses class names in the order of the model's outputs, or empty for the data set's
 * @param modelCard what its training wrote about it, or null
 */
public record PlannedModel(
    String name,
    String source,
    StagedModel staged,
    ModelProfile profile,
    EngineDescription engine,
    Preprocessing preprocessing,
    OutputKind outputs,
    List<String> outputClasses,
    @Nullable ModelCard modelCard)
    implements Serializable {
  public PlannedModel {
    outputClasses = List.copyOf(outputClasses);
  }

  public Optional<ModelCard> card() {
    return Optional.ofNullable(modelCard);
  }
}
