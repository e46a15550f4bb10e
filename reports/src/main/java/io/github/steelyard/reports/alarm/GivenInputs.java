package io.github.steelyard.reports.alarm;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.run.unit.SeenInputs;
import io.github.steelyard.reports.run.unit.UnitSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run knows of the numbers that a model was given. */
final class GivenInputs {
  private GivenInputs() {}

  static @Nullable SeenInputs of(RunResult result, RunUnit unit) {
    return settings(result, unit.model(), unit.dataset(), unit.split())
        .map(UnitSettings::inputs)
        .orElse(null);
  }

  /** Of the split that the unit's model was trained on: of its data set, or of its origin's. */
  static @Nullable InputNumbers ofTraining(RunResult result, RunUnit unit) {
    Optional<UnitSettings> own = settings(result, unit.model(), unit.dataset(), unit.split());
    Optional<UnitSettings> related =
        own.map(UnitSettings::relativeOf)
            .map(origin -> origin.split("/", 2))
            .flatMap(origin -> settings(result, unit.model(), origin[0], origin[1]));
    return related
        .or(() -> own)
        .filter(settings -> settings.trainSplit() != null)
        .flatMap(
            settings -> settings(result, unit.model(), settings.dataset(), settings.trainSplit()))
        .filter(training -> own.filter(training::equals).isEmpty())
        .map(UnitSettings::inputs)
        .map(SeenInputs::given)
        .orElse(null);
  }

  private static Optional<UnitSettings> settings(
      RunResult result, String model, String dataset, @Nullable String split) {
    return result.rows(UnitSettings.class).stream()
        .filter(row -> row.shift() == null && row.model().equals(model))
        .filter(row -> row.dataset().equals(dataset) && row.split().equals(split))
        .findFirst();
  }
}
