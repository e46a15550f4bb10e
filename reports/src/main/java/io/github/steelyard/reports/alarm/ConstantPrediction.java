package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import java.util.Map;
import java.util.Optional;

/** A classifier that says the same of everything. */
@AutoService(Alarm.class)
public final class ConstantPrediction implements Alarm {
  private static final long FEWEST_EXAMPLES = 20;

  @Override
  public String id() {
    return "constant-prediction";
  }

  @Override
  public String doc() {
    return "All examples of several classes, at least " + FEWEST_EXAMPLES + ", get one answer.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    Map<String, Long> predictions = evidence.counted(ConfusionRow::predictionName);
    int classes = evidence.counted(ConfusionRow::label).size();
    if (predictions.size() != 1 || classes < 2 || evidence.scored() < FEWEST_EXAMPLES) {
      return Optional.empty();
    }
    return Optional.of(
        "Answers '%s' to all %d examples of %d classes: look at its preprocessing and at its training"
            .formatted(predictions.keySet().iterator().next(), evidence.scored(), classes));
  }
}
