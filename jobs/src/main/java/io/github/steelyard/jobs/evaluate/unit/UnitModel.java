package io.github.steelyard.jobs.evaluate.unit;

import io.github.steelyard.engine.inference.EngineDescription;
import java.io.Serializable;
import java.util.Optional;

/** What a unit's results say of its model, which may be gone by now. */
public interface UnitModel extends Serializable {
  String name();

  /** What its predictions were made with. */
  EngineDescription engine();

  /** Examples that it was given at once. */
  int batchSize();

  /** Its size; pairs of models are told larger and smaller by it. */
  long parameters();

  /** What was done to each input before, in one line. */
  String preprocessingText();

  /** The model of the run whose answers it should give, too. */
  Optional<String> sameAs();
}
