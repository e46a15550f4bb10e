package io.github.steelyard.jobs.compare;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.slice.SplitSlices;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.reports.comparison.EvaluatedData;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model on a split whose outcomes are stored.
 *
 * @param parameters of the model: the larger one of a pair stands first
 * @param shift what was done to the inputs, or null where nothing was
 * @param task the task's name
 * @param metricIds of the metrics that are computed, or empty for all
 * @param exampleColumns of the prepared examples, labels and slices among them
 * @param slices that the suite defines on the split
 * @param outcomeColumns of the stored outcomes, the ordinal first
 * @param folder where they lie, as a Hadoop path
 */
public record ComparedUnit(
    String model,
    long parameters,
    PreparedSplit split,
    @Nullable AppliedShift shift,
    EvaluatedData data,
    String task,
    List<String> metricIds,
    MetricSettings settings,
    List<Column> exampleColumns,
    SplitSlices slices,
    List<Column> outcomeColumns,
    String folder)
    implements Serializable {
  public ComparedUnit {
    metricIds = List.copyOf(metricIds);
    exampleColumns = List.copyOf(exampleColumns);
    outcomeColumns = List.copyOf(outcomeColumns);
  }

  List<Metric> metrics() {
    List<Metric> chosen = metricIds.isEmpty() ? Metrics.of(task) : Metrics.of(task, metricIds);
    return chosen.stream().filter(metric -> metric.appliesTo(settings)).toList();
  }

  /** The pair of this, the larger model, with another one on the same split. */
  ComparedPair with(ComparedUnit other, Slice slice) {
    boolean all = slice.equals(Slice.ALL);
    return new ComparedPair(
        model,
        other.model(),
        split.dataset(),
        split.split(),
        shift,
        all ? null : slice.column(),
        all ? null : slice.value());
  }
}
