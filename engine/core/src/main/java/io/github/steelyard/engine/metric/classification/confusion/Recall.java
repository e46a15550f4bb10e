package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** Of the examples of a class, the share that were taken for it. */
@AutoService(Metric.class)
public final class Recall implements ConfusionMetric {
  @Override
  public String id() {
    return "recall";
  }

  @Override
  public String doc() {
    return "Of the examples of a class, the share that were taken for it." + ClassAverages.DOC;
  }

  @Override
  public String intervals() {
    return "Per class Wilson (grouped jackknife with weights or clusters)"
        + ClassAverages.INTERVALS;
  }

  @Override
  public List<Value> values(ConfusionState.Margins margins) {
    return ClassAverages.of(margins, index -> ofClass(margins, index));
  }

  static Value ofClass(ConfusionState.Margins margins, int index) {
    return Shares.share(
        ClassAverages.aspect(index),
        margins.weighted(),
        margins.correct().count(index),
        margins.labels().count(index),
        margins.correct().weight(index),
        margins.labels().weight(index),
        "no examples of class " + index);
  }
}
