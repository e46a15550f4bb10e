package io.github.steelyard.reports.comparison;

import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.WorstSliceRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The worst slice of each column, by each metric of which more or less is better. */
public final class WorstSlices {
  /** Measured: an interval of the worst of ten slices as if it were any slice holds 78 of 100. */
  static final String NO_INTERVAL =
      "the worst of several slices looks worse than it is, and an interval around it holds the true"
          + " value too seldom";

  /** What is held against each other. */
  private record Place(
      String model,
      String dataset,
      String split,
      @Nullable AppliedShift shift,
      @Nullable String column,
      String metric,
      @Nullable String aspect) {
    static Place of(MetricRow row) {
      return new Place(
          row.model(),
          row.dataset(),
          row.split(),
          row.shift(),
          row.sliceColumn(),
          row.metric(),
          row.aspect());
    }

    Place whole() {
      return new Place(model, dataset, split, shift, null, metric, aspect);
    }
  }

  private WorstSlices() {}

  /**
   * One row for each column in which at least two slices have a value; of equally bad slices the
   * first one.
   *
   * @param metrics of a run
   * @param ignored aspects that say nothing of quality
   */
  public static List<WorstSliceRow> of(List<MetricRow> metrics, String... ignored) {
    List<String> silent = List.of(ignored);
    Map<Place, Double> whole = new HashMap<>();
    Map<Place, List<MetricRow>> columns = new LinkedHashMap<>();
    for (MetricRow row : metrics) {
      Double value = row.value();
      if (value == null
          || row.direction().equals("none")
          || (row.aspect() != null && silent.contains(row.aspect()))) {
        continue;
      }
      if (row.sliceColumn() == null) {
        whole.put(Place.of(row), value);
      } else if (row.sliceValue() != null) {
        columns.computeIfAbsent(Place.of(row), unused -> new ArrayList<>()).add(row);
      }
    }
    List<WorstSliceRow> rows = new ArrayList<>();
    columns.forEach(
        (place, slices) -> {
          if (slices.size() > 1) {
            rows.add(row(slices, whole.get(place.whole())));
          }
        });
    return rows;
  }

  private static WorstSliceRow row(List<MetricRow> slices, @Nullable Double whole) {
    Comparator<MetricRow> ascending = Comparator.comparingDouble(WorstSlices::value);
    boolean higher = slices.get(0).direction().equals("higher");
    MetricRow worst = slices.get(0);
    for (MetricRow slice : slices) {
      if ((higher ? ascending : ascending.reversed()).compare(slice, worst) < 0) {
        worst = slice;
      }
    }
    return new WorstSliceRow(
        worst.model(),
        worst.dataset(),
        worst.split(),
        worst.shift(),
        Objects.requireNonNull(worst.sliceColumn()),
        Objects.requireNonNull(worst.sliceValue()),
        worst.metric(),
        worst.aspect(),
        value(worst),
        whole,
        whole == null ? null : value(worst) - whole,
        NO_INTERVAL,
        slices.size(),
        worst.examples(),
        worst.direction(),
        worst.unit());
  }

  private static double value(MetricRow row) {
    return Objects.requireNonNull(row.value());
  }
}
