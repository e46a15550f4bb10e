package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A model that is not distinguishable from one that never looks at its input: a classifier from the
 * constant answer of the most frequent class, a regression from the constant mean.
 */
@AutoService(Alarm.class)
public final class ChanceLevel implements Alarm {
  @Override
  public String id() {
    return "chance-level";
  }

  @Override
  public String doc() {
    return "The interval of the accuracy reaches down to the share of the most frequent class, or"
        + " the one of R2 down to 0, which is what a constant answer scores.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    return evidence
        .defined("accuracy")
        .flatMap(accuracy -> ofClasses(accuracy, evidence))
        .or(() -> evidence.defined("r-squared").flatMap(ChanceLevel::ofRegression));
  }

  private static Optional<String> ofClasses(MetricRow accuracy, Evidence evidence) {
    // Of weighted examples, as the accuracy is.
    double total = evidence.confusion().stream().mapToDouble(ConfusionRow::weight).sum();
    Optional<Map.Entry<String, Double>> frequent =
        evidence.confusion().stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    ConfusionRow::labelName,
                    java.util.stream.Collectors.summingDouble(ConfusionRow::weight)))
            .entrySet()
            .stream()
            .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry::getKey));
    Interval interval = accuracy.interval();
    if (frequent.isEmpty() || interval == null || !(total > 0)) {
      return Optional.empty();
    }
    double share = frequent.get().getValue() / total;
    // One class alone is no chance: every right answer is as good.
    if (share >= 1 || interval.lower() > share) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Accuracy %.4f [%.4f, %.4f] is not above %.4f, what the constant answer '%s' scores",
            accuracy.value(),
            interval.lower(),
            interval.upper(),
            share,
            frequent.get().getKey()));
  }

  private static Optional<String> ofRegression(MetricRow determination) {
    Interval interval = determination.interval();
    if (interval == null || interval.lower() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "R2 %.4f [%.4f, %.4f] is not above 0, what the mean of the targets scores",
            determination.value(),
            interval.lower(),
            interval.upper()));
  }
}
