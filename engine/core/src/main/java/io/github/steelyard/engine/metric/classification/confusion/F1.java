package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import java.util.List;

/**
 * The harmonic mean of precision and recall, as {@code 2 hits / (examples of the class + examples
 * taken for it)}, which is 0 and not undefined as soon as one of the two is there.
 */
@AutoService(Metric.class)
public final class F1 implements ConfusionMetric {
  @Override
  public String id() {
    return "f1";
  }

  @Override
  public String doc() {
    return "Harmonic mean of precision and recall: 2 hits / (examples of the class + examples taken"
        + " for it)."
        + ClassAverages.DOC;
  }

  @Override
  public String intervals() {
    return "Per class grouped jackknife" + ClassAverages.INTERVALS;
  }

  @Override
  public List<Value> values(ConfusionState.Margins margins) {
    return ClassAverages.of(margins, index -> ofClass(margins, index));
  }

  private static Value ofClass(ConfusionState.Margins margins, int index) {
    double both = margins.labels().weight(index) + margins.predictions().weight(index);
    if (!(both > 0)) {
      return Value.undefined(
          ClassAverages.aspect(index),
          "class " + index + " is neither among the labels nor among the predictions");
    }
    long hits = margins.correct().count(index);
    long misses = margins.labels().count(index) + margins.predictions().count(index) - 2 * hits;
    return Value.of(
        ClassAverages.aspect(index),
        2 * margins.correct().weight(index) / both,
        GroupedJackknife.ofEvents(hits, misses));
  }
}
