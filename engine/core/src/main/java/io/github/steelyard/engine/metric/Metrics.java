package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.extension.Installed;
import io.github.steelyard.engine.problem.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The metrics on the class path, a user's own ({@code --jars}) among them. */
public final class Metrics {
  private static final Installed<Metric> INSTALLED =
      new Installed<>(Metric.class, Comparator.comparing(Metric::id));

  private Metrics() {}

  /** All metrics of a task, by id. */
  public static List<Metric> of(String task) {
    Map<String, Metric> byId = new TreeMap<>();
    for (Metric metric : INSTALLED.known()) {
      if (metric.task().equals(task)) {
        Metric other = byId.put(metric.id(), metric);
        if (other != null) {
          throw new IllegalStateException(
              "Cannot tell apart two metrics '%s': %s and %s"
                  .formatted(metric.id(), other.getClass(), metric.getClass()));
        }
      }
    }
    return List.copyOf(byId.values());
  }

  /** The metrics with these ids, by id. */
  public static List<Metric> of(String task, List<String> ids) {
    Map<String, Metric> known = new TreeMap<>();
    of(task).forEach(metric -> known.put(metric.id(), metric));
    List<Metric> chosen = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      Metric metric = known.get(id);
      if (metric == null) {
        throw new BadInputException(
            "Unknown metric: '%s'. Known: %s".formatted(id, String.join(", ", known.keySet())));
      }
      chosen.add(metric);
    }
    chosen.sort(Comparator.comparing(Metric::id));
    return List.copyOf(chosen);
  }
}
