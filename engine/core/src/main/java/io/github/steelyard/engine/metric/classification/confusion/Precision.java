package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** Of the examples taken for a class, the share that are of it. */
@AutoService(Metric.class)
public final class Precision implements ConfusionMetric {
  @Override
  public String id() {
    return "precision";
  }

  @Override
  public String doc() {
    return "Of the examples taken for a class, the share that are of it." + ClassAverages.DOC;
  }

  @Override
  public String intervals() {
    return "Per class Wilson (grouped jackknife with weights or clusters)"
        + ClassAverages.INTERVALS;
  }

  @Override
  public List<Value> values(ConfusionState.Margins margins) {
    return ClassAverages.of(
        margins,
        index ->
            Shares.share(
                ClassAverages.aspect(index),
                margins.weighted(),
                margins.correct().count(index),
                margins.predictions().count(index),
                margins.correct().weight(index),
                margins.predictions().weight(index),
                "no predicted positives for class " + index));
  }
}
