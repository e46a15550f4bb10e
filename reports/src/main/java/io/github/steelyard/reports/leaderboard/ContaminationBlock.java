package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.engine.task.Headline;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of one split models have seen in training, and what the best one is worth without it. */
final class ContaminationBlock {
  private final RunResult result;
  private final Findings findings;
  private final Place place;

  ContaminationBlock(RunResult result, Findings findings, Place place) {
    this.result = result;
    this.findings = findings;
    this.place = place;
  }

  /** One line; nothing where no duplicates were found. */
  String text() {
    List<ContaminationRow> found =
        result.rows(ContaminationRow.class).stream()
            .filter(row -> row.dataset().equals(place.dataset()))
            .filter(row -> row.split().equals(place.split()) && row.duplicates() > 0)
            .sorted(Comparator.comparing(ContaminationRow::kind))
            .toList();
    if (found.isEmpty()) {
      return "";
    }
    ContaminationRow any = found.get(0);
    String counts =
        found.stream()
            .map(row -> "%s %s".formatted(Figures.grouped(row.duplicates()), row.kind()))
            .collect(Collectors.joining(" and "));
    return "\n  ! %s duplicates of examples of %s among %s examples%s\n"
        .formatted(counts, any.trainSplit(), Figures.grouped(any.examples()), without());
  }

  private String without() {
    Headline leading =
        Tasks.named(findings.units(place).iterator().next().task()).headlines().get(0);
    return best(leading.metric())
        .map(
            row ->
                "; best %s without them: %s (%s)"
                    .formatted(
                        leading.heading(),
                        Figures.decimal(row.value(), row.interval()),
                        row.model()))
        .orElse("");
  }

  private Optional<MetricRow> best(String metric) {
    return result.metrics().stream()
        .filter(row -> row.dataset().equals(place.dataset()) && row.split().equals(place.split()))
        .filter(row -> row.shift() == null && row.aspect() == null && row.value() != null)
        .filter(row -> row.metric().equals(metric))
        .filter(row -> ContaminationRow.SLICE.equals(row.sliceColumn()))
        .filter(row -> ContaminationRow.CLEAN.equals(row.sliceValue()))
        .min(Comparator.comparingDouble(ContaminationBlock::rank).thenComparing(MetricRow::model));
  }

  private static double rank(MetricRow row) {
    Double value = row.value();
    if (value == null) {
      return Double.POSITIVE_INFINITY;
    }
    return row.higherIsBetter() ? -value : value;
  }
}
