package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.engine.inference.EngineDescription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model of which an earlier run's tables tell; its file is not needed.
 *
 * @param sameModel the model of the run whose answers it should give, too, or null
 */
public record StoredModel(
    String name,
    EngineDescription engine,
    int batchSize,
    long parameters,
    String preprocessingText,
    @Nullable String sameModel)
    implements UnitModel {
  private static final long serialVersionUID = 1L;

  @Override
  public Optional<String> sameAs() {
    return Optional.ofNullable(sameModel);
  }
}
