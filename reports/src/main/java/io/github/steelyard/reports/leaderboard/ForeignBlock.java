package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.run.generalization.Relative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well the models on one split tell its examples from foreign ones, the best first. */
final class ForeignBlock {
  private static final String AUROC = "auroc";
  private static final String FALSE_POSITIVE_RATE = "fpr-at-95";

  private final Map<Relative, List<OutOfDistributionRow>> rows = new LinkedHashMap<>();

  ForeignBlock(List<OutOfDistributionRow> all, Place place) {
    for (OutOfDistributionRow row : all) {
      Relative foreign = row.foreign();
      if (foreign.originDataset().equals(place.dataset())
          && foreign.originSplit().equals(place.split())) {
        rows.computeIfAbsent(foreign, unused -> new ArrayList<>()).add(row);
      }
    }
  }

  /** Nothing where nothing is foreign to the split. */
  String text() {
    StringBuilder text = new StringBuilder();
    rows.forEach((foreign, found) -> text.append('\n').append(text(foreign, found)));
    return text.toString();
  }

  private static String text(Relative foreign, List<OutOfDistributionRow> found) {
    TextTable table =
        new TextTable(
            "told from " + foreign.dataset() + " / " + foreign.split(), "score", "AUROC", "FPR@95");
    found.stream()
        .filter(row -> row.measure().equals(AUROC) && row.value() != null)
        .sorted(
            Comparator.comparing(
                    OutOfDistributionRow::value, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed()
                .thenComparing(OutOfDistributionRow::model)
                .thenComparing(OutOfDistributionRow::score))
        .forEach(
            row ->
                table.add(
                    row.model(),
                    row.score(),
                    Figures.decimal(row.value(), row.interval()),
                    found.stream()
                        .filter(other -> other.measure().equals(FALSE_POSITIVE_RATE))
                        .filter(other -> other.model().equals(row.model()))
                        .filter(other -> other.score().equals(row.score()))
                        .findFirst()
                        .map(other -> Figures.decimal(other.value(), other.interval()))
                        .orElse(Figures.NONE)));
    return table.text();
  }
}
