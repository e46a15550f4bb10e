package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.generalization.GapReference;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.run.unit.UnitSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A run's values where a leaderboard looks for them: those of whole splits, one for a metric. */
final class Findings {
  /** A split that models were evaluated on. */
  record Place(String dataset, String split) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byDataset = dataset.compareTo(other.dataset);
      return byDataset != 0 ? byDataset : split.compareTo(other.split);
    }
  }

  private record Key(String model, Place place, String metric) {}

  private record Cost(String model, String cost) {}

  private final Map<Key, MetricRow> metrics = new HashMap<>();
  private final Map<Key, GapRow> gaps = new HashMap<>();
  private final Map<Cost, Double> costs = new HashMap<>();
  private final Map<String, ModelRow> models = new HashMap<>();
  private final Map<Place, Map<String, RunUnit>> units = new HashMap<>();
  private final SortedSet<Place> evaluated = new TreeSet<>();

  Findings(RunResult result) {
    for (RunUnit unit : result.units()) {
      if (unit.shift() != null) {
        continue;
      }
      Place place = new Place(unit.dataset(), unit.split());
      units.computeIfAbsent(place, any -> new HashMap<>()).put(unit.model(), unit);
      evaluated.add(place);
    }
    for (MetricRow row : result.metrics()) {
      if (row.whole() && row.aspect() == null) {
        metrics.put(new Key(row.model(), new Place(row.dataset(), row.split()), row.metric()), row);
      }
    }
    for (GapRow row : result.gaps()) {
      if (row.reference() != GapReference.TRAINING) {
        continue;
      }
      if (row.aspect() == null) {
        gaps.put(
            new Key(row.model(), new Place(row.dataset(), row.testSplit()), row.metric()), row);
      }
      evaluated.remove(new Place(row.dataset(), row.trainSplit()));
    }
    for (UnitSettings settings : result.rows(UnitSettings.class)) {
      if (settings.foreignTo() != null) {
        evaluated.remove(new Place(settings.dataset(), settings.split()));
      }
    }
    result.costs().forEach(row -> costs.put(new Cost(row.model(), row.cost()), row.value()));
    result.models().forEach(row -> models.put(row.name(), row));
  }

  /**
   * Without the splits that models were trained on: the gap speaks of those; and without those that
   * are foreign to them, which have no metrics.
   */
  SortedSet<Place> evaluated() {
    return evaluated;
  }

  Collection<RunUnit> units(Place place) {
    return units.getOrDefault(place, Map.of()).values();
  }

  @Nullable MetricRow metric(String model, Place place, String metric) {
    return metrics.get(new Key(model, place, metric));
  }

  @Nullable Double value(String model, Place place, String metric) {
    MetricRow row = metric(model, place, metric);
    return row == null ? null : row.value();
  }

  @Nullable GapRow gap(String model, Place place, String metric) {
    return gaps.get(new Key(model, place, metric));
  }

  @Nullable Double cost(String model, String cost) {
    return costs.get(new Cost(model, cost));
  }

  @Nullable ModelRow model(String name) {
    return models.get(name);
  }
}
