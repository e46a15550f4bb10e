package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.inference.profile.ModelProfile;
import io.github.steelyard.engine.training.ModelCard;
import io.github.steelyard.jobs.spark.staging.StagedModel;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that has been found, staged for the executors and read.
 *
 * @param entry what the suite, or the model's card, says of it
 * @param batchSize examples that it is given at once
 * @param notes what is remarkable about how it runs
 * @param familyFolder the folder that a suite names as its family, or null for a model on its own
 * @param modelCard what its training wrote about it, or null
 */
public record PlannedModel(
    ModelEntry entry,
    StagedModel staged,
    ModelProfile profile,
    EngineDescription engine,
    int batchSize,
    List<String> notes,
    @Nullable String familyFolder,
    @Nullable ModelCard modelCard)
    implements UnitModel {
  private static final long serialVersionUID = 1L;

  public PlannedModel {
    notes = List.copyOf(notes);
  }

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public long parameters() {
    return profile.parameters();
  }

  @Override
  public String preprocessingText() {
    return preprocessing().canonicalText();
  }

  @Override
  public Optional<String> sameAs() {
    return entry.sameAs();
  }

  public Preprocessing preprocessing() {
    return entry.preprocessing();
  }

  public Optional<ModelCard> card() {
    return Optional.ofNullable(modelCard);
  }
}
