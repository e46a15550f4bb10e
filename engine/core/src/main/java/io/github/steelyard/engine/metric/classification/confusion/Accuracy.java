package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.HitShare;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;

/** The share of examples that were taken for their class. */
@AutoService(Metric.class)
public final class Accuracy implements ConfusionMetric {
  @Override
  public String id() {
    return "accuracy";
  }

  @Override
  public String doc() {
    return "Share of examples whose predicted class is their class.";
  }

  @Override
  public String intervals() {
    return "Wilson; grouped jackknife with weights or clusters.";
  }

  @Override
  public List<Value> values(ConfusionState.Margins margins) {
    return List.of(Hits.correct("", margins));
  }

  @Override
  public List<HitShare> hits(MetricSettings settings) {
    return List.of(
        new HitShare(
            "",
            List.of(ClassificationTask.PREDICTION.name()),
            (examples, outcomes) -> {
              int[] labels = examples.ints(ClassificationTask.LABEL.name());
              int[] predictions = outcomes.ints(ClassificationTask.PREDICTION.name());
              return row -> labels[row] == predictions[row];
            }));
  }
}
