package io.github.steelyard.reports.comparison;

import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One model's errors on one split, on the inputs as they are and on shifted ones: a metric where
 * lower is better, 1 less it where higher is.
 */
final class ErrorGrid {
  /** A split of a data set. */
  record Place(String dataset, String split) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::dataset).thenComparing(Place::split);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** A shift at a severity. */
  record Cell(String shift, int severity) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::shift).thenComparingInt(Cell::severity);

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }

  /** Null where the metric is undefined. */
  private final NavigableMap<Cell, @Nullable Double> errors = new TreeMap<>();

  private final NavigableSet<Cell> imageNetC = new TreeSet<>();
  private @Nullable Double clean;
  private boolean complement;

  /**
   * For each split with shifted inputs, each of its models' grids, by the model's name.
   *
   * @param metric the id of the one that tells errors
   */
  static NavigableMap<Place, NavigableMap<String, ErrorGrid>> of(
      List<MetricRow> metrics, String metric) {
    NavigableMap<Place, NavigableMap<String, ErrorGrid>> places = new TreeMap<>();
    for (MetricRow row : metrics) {
      if (row.metric().equals(metric) && row.aspect() == null && row.sliceColumn() == null) {
        places
            .computeIfAbsent(new Place(row.dataset(), row.split()), unused -> new TreeMap<>())
            .computeIfAbsent(row.model(), unused -> new ErrorGrid())
            .add(row);
      }
    }
    places.values().forEach(models -> models.values().removeIf(grid -> grid.errors.isEmpty()));
    places.values().removeIf(NavigableMap::isEmpty);
    return places;
  }

  private void add(MetricRow row) {
    Double value = row.value();
    complement = row.higherIsBetter();
    Double error = value == null || !complement ? value : Double.valueOf(1 - value);
    AppliedShift shift = row.shift();
    if (shift == null) {
      clean = error;
      return;
    }
    Cell cell = new Cell(shift.shift(), shift.severity());
    errors.put(cell, error);
    if (shift.inImageNetC()) {
      imageNetC.add(cell);
    }
  }

  /** Whether an error is 1 less the metric. */
  boolean complement() {
    return complement;
  }

  /** The error on the inputs as they are, or null where it is not known. */
  @Nullable Double clean() {
    return clean;
  }

  Set<String> shifts() {
    Set<String> shifts = new TreeSet<>();
    errors.keySet().forEach(cell -> shifts.add(cell.shift()));
    return shifts;
  }

  Set<Cell> cells() {
    return errors.keySet();
  }

  Set<Cell> cells(String shift) {
    Set<Cell> cells = new TreeSet<>(errors.keySet());
    cells.removeIf(cell -> !cell.shift().equals(shift));
    return cells;
  }

  Set<Cell> imageNetC() {
    return imageNetC;
  }

  /** Null where one of the errors is not known. */
  @Nullable Double mean(Set<Cell> cells) {
    Double sum = sum(cells, false);
    return sum == null || cells.isEmpty() ? null : Double.valueOf(sum / cells.size());
  }

  /**
   * The sum of errors, or of what they are more than without a shift; null where one is not known.
   */
  @Nullable Double sum(Set<Cell> cells, boolean relative) {
    double sum = 0;
    for (Cell cell : cells) {
      Double error = errors.get(cell);
      Double base = relative ? clean : Double.valueOf(0);
      if (error == null || base == null) {
        return null;
      }
      sum += error - base;
    }
    return sum;
  }
}
