package io.github.steelyard.jobs.calibrate;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.jobs.pass.StoredOutcomes;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model on a split, inputs as they are, whose outcomes are stored.
 *
 * @param task the task's name
 * @param metricIds of the metrics that are computed, or empty for all
 * @param settings under which the outcomes were made
 * @param exampleColumns of the prepared examples
 * @param outcomeColumns of the stored outcomes
 * @param folder where they lie, as a Hadoop path
 */
public record CalibratedUnit(
    String model,
    PreparedSplit split,
    String task,
    List<String> metricIds,
    TaskSettings settings,
    MetricSettings metricSettings,
    List<Column> exampleColumns,
    List<Column> outcomeColumns,
    String folder)
    implements StoredOutcomes {
  /** What a temperature changes; metrics of other columns stay as they are. */
  private static final Set<String> MOVED =
      Set.of(
          ClassificationTask.CONFIDENCE.name(),
          ClassificationTask.ENTROPY.name(),
          ClassificationTask.SUM_SQUARES.name(),
          ClassificationTask.LABEL_LOG_PROBABILITY.name(),
          ClassificationTask.SCORES.name());

  public CalibratedUnit {
    metricIds = List.copyOf(metricIds);
    exampleColumns = List.copyOf(exampleColumns);
    outcomeColumns = List.copyOf(outcomeColumns);
  }

  /** Why its confidences cannot be scaled, or null. */
  @Nullable String refusal() {
    if (!outcomeColumns.contains(ClassificationTask.LABEL_LOG_PROBABILITY)) {
      return "only the confidences of classifiers have a temperature";
    }
    if (metrics().isEmpty()) {
      return "none of the metrics that the suite asks for reads confidences";
    }
    return outcomeColumns.contains(ClassificationTask.SCORES)
        ? null
        : "it needs every score of each example, which 'all_scores: true' keeps of more than "
            + ClassificationTask.SCORES_KEPT
            + " classes";
  }

  /** The metrics that a temperature can change. */
  private List<Metric> metrics() {
    List<Metric> chosen = metricIds.isEmpty() ? Metrics.of(task) : Metrics.of(task, metricIds);
    return chosen.stream()
        .filter(metric -> metric.appliesTo(metricSettings))
        .filter(metric -> metric.kind(metricSettings).columns().stream().anyMatch(MOVED::contains))
        .toList();
  }

  Scorecard emptyCard() {
    return new Scorecard(metrics(), metricSettings);
  }

  Scorecard readCard(DataInput in) throws IOException {
    return Scorecard.read(metrics(), metricSettings, in);
  }
}
