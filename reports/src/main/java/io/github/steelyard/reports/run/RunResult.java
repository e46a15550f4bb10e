package io.github.steelyard.reports.run;

import java.io.Serializable;
import java.util.List;

/**
 * All that a run found. Rows stand in the tables in the order of these lists.
 *
 * @param units those that have their predictions, from the cache or made now
 * @param failures of the units that have none, and of those that could not be scored
 */
public record RunResult(
    Run run,
    List<RunUnit> units,
    List<ModelRow> models,
    List<DatasetRow> datasets,
    List<MetricRow> metrics,
    List<ConfusionRow> confusion,
    List<CostRow> costs,
    List<GapRow> gaps,
    List<RobustnessRow> robustness,
    List<FailureRow> failures)
    implements Serializable {
  public RunResult {
    units = List.copyOf(units);
    models = List.copyOf(models);
    datasets = List.copyOf(datasets);
    metrics = List.copyOf(metrics);
    confusion = List.copyOf(confusion);
    costs = List.copyOf(costs);
    gaps = List.copyOf(gaps);
    robustness = List.copyOf(robustness);
    failures = List.copyOf(failures);
  }

  /** A run that found nothing at all. */
  public static RunResult empty(Run run) {
    return new RunResult(
        run, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of());
  }
}
