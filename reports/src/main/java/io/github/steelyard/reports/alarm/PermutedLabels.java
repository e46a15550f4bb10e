package io.github.steelyard.reports.alarm;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.statistics.Wilson;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A model whose answers would be far better if each of them meant another class.
 *
 * <p>Answers are assigned to classes greedily, the most frequent pair first, each of both once.
 * What so many examples would then be right is at most what the best assignment gives, so the alarm
 * is never raised where the best one would not raise it; where a model knows its classes at all,
 * both are the same.
 */
@AutoService(Alarm.class)
public final class PermutedLabels implements Alarm {
  private static final double LEAST_GAIN = 0.2;

  /** Strict, since the assignment was chosen among many. */
  private static final double CONFIDENCE = 0.999;

  @Override
  public String id() {
    return "permuted-labels";
  }

  @Override
  public String doc() {
    return "With each answer taken for another class, the accuracy would be higher by at least "
        + LEAST_GAIN
        + ", their 99.9 % Wilson intervals apart.";
  }

  @Override
  public Optional<String> raised(Evidence evidence) {
    long scored = evidence.scored();
    if (scored == 0) {
      return Optional.empty();
    }
    long right =
        evidence.confusion().stream()
            .filter(row -> row.label() == row.prediction())
            .mapToLong(ConfusionRow::examples)
            .sum();
    List<ConfusionRow> assignment = assignment(evidence.confusion());
    long assigned = assignment.stream().mapToLong(ConfusionRow::examples).sum();
    boolean apart =
        Wilson.interval(right, scored, CONFIDENCE).upper()
            < Wilson.interval(assigned, scored, CONFIDENCE).lower();
    if (!apart || assigned - right < LEAST_GAIN * scored) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Accuracy %.4f would be %.4f with the answers %s: look at the order of its classes"
                + " ('output_classes') and at the label map",
            (double) right / scored,
            (double) assigned / scored,
            shown(assignment)));
  }

  private static List<ConfusionRow> assignment(List<ConfusionRow> confusion) {
    Set<Integer> labels = new HashSet<>();
    Set<Integer> predictions = new HashSet<>();
    return confusion.stream()
        .sorted(
            Comparator.comparingLong(ConfusionRow::examples)
                .reversed()
                .thenComparingInt(ConfusionRow::label)
                .thenComparingInt(ConfusionRow::prediction))
        .filter(row -> free(row, labels, predictions))
        .toList();
  }

  private static boolean free(ConfusionRow row, Set<Integer> labels, Set<Integer> predictions) {
    return !labels.contains(row.label())
        && !predictions.contains(row.prediction())
        && labels.add(row.label())
        && predictions.add(row.prediction());
  }

  private static String shown(List<ConfusionRow> assignment) {
    int most = 5;
    List<String> moved =
        assignment.stream()
            .filter(row -> row.label() != row.prediction())
            .sorted(Comparator.comparingInt(ConfusionRow::prediction))
            .map(row -> "'%s' for '%s'".formatted(row.predictionName(), row.labelName()))
            .toList();
    return String.join(", ", moved.subList(0, Math.min(most, moved.size())))
        + (moved.size() > most ? ", ..." : "");
  }
}
