package io.github.steelyard.engine.metric.multilabel;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import java.util.List;

/**
 * The harmonic mean of precision and recall, as {@code 2 hits / (examples of the label + examples
 * given it)}, which is 0 and not undefined as soon as one of the two is there.
 */
@AutoService(Metric.class)
public final class F1 implements LabelMetric {
  @Override
  public String id() {
    return "f1";
  }

  @Override
  public String doc() {
    return "Harmonic mean of precision and recall: 2 hits / (examples of the label + examples given"
        + " it)."
        + LabelAverages.DOC;
  }

  @Override
  public List<Value> values(LabelCounts counts) {
    return LabelAverages.of(counts, counts.harmonicMeans(), F1::ofLabel);
  }

  private static Value ofLabel(String aspect, String name, LabelCounts.Label label) {
    double both = label.trueWeight() + label.predictedWeight();
    if (!(both > 0)) {
      return Value.undefined(aspect, name + " is neither among the labels nor the predictions");
    }
    return Value.of(
        aspect,
        2 * label.hitWeight() / both,
        GroupedJackknife.ofEvents(label.hits(), label.misses() + label.falseAlarms()));
  }
}
