package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import java.util.Optional;

/**
 * Scores that are answers, not probabilities. Where every score is 0 or 1, Brier's sum over classes
 * is 2 for a wrong answer and 0 for a right one; no other probabilities give 2 (1 - accuracy).
 */
@AutoService(Alarm.class)
public final class HardScores implements Alarm {
  private static final double ROUNDING = 1e-9;

  @Override
  public String id() {
    return "hard-scores";
  }

  @Override
  public String doc() {
    return "Some answers are wrong, and the Brier score is 2 (1 - accuracy): all scores are 0 or 1,"
        + " so log loss, calibration and confidence say nothing.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    Optional<Double> accuracy = evidence.value("accuracy");
    Optional<Double> brier = evidence.value("brier");
    if (accuracy.isEmpty() || brier.isEmpty() || accuracy.get() >= 1) {
      return Optional.empty();
    }
    return Math.abs(brier.get() - 2 * (1 - accuracy.get())) <= ROUNDING
        ? Optional.of(
            "All scores are 0 or 1, expected probabilities: its log loss and its calibration say"
                + " nothing")
        : Optional.empty();
  }
}
