package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.comparison.RobustnessRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The models on one split whose inputs were shifted, the least harmed first. */
final class ShiftBlock {
  private static final String MEAN_ERROR = "mean-error";

  private final List<RobustnessRow> rows;

  ShiftBlock(List<RobustnessRow> all, Place place) {
    this.rows =
        all.stream()
            .filter(
                row ->
                    row.shift() == null
                        && row.dataset().equals(place.dataset())
                        && row.split().equals(place.split()))
            .toList();
  }

  /** Nothing where no input was shifted. */
  String text() {
    List<RobustnessRow> models =
        rows.stream()
            .filter(row -> row.measure().equals(MEAN_ERROR))
            .sorted(
                Comparator.comparing(
                        RobustnessRow::value, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(RobustnessRow::model))
            .toList();
    if (models.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "under shifts" + against(),
            "error",
            "increase",
            "mCE",
            "relative mCE",
            "effective robustness");
    for (RobustnessRow model : models) {
      table.add(
          model.model(),
          cell(model, MEAN_ERROR, Figures::decimal),
          cell(model, "error-increase", Figures::signed),
          cell(model, "corruption-error", Figures::decimal),
          cell(model, "relative-corruption-error", Figures::decimal),
          cell(model, "effective-robustness", Figures::signed));
    }
    return "\n" + table.text();
  }

  private String against() {
    return rows.stream()
        .map(RobustnessRow::baseline)
        .filter(Objects::nonNull)
        .findFirst()
        .map(baseline -> " (against " + baseline + ")")
        .orElse("");
  }

  private String cell(
      RobustnessRow model, String measure, Function<@Nullable Double, String> text) {
    return rows.stream()
        .filter(row -> row.model().equals(model.model()) && row.measure().equals(measure))
        .findFirst()
        .map(row -> text.apply(row.value()))
        .orElse(Figures.NONE);
  }
}
