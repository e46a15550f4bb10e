package io.github.steelyard.engine.metric.multilabel;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** Of the examples that were given a label, the share that have it. */
@AutoService(Metric.class)
public final class Precision implements LabelMetric {
  @Override
  public String id() {
    return "precision";
  }

  @Override
  public String doc() {
    return "Of the examples that were given a label, the share that have it." + LabelAverages.DOC;
  }

  @Override
  public String intervals() {
    return LabelAverages.SHARE_INTERVALS;
  }

  @Override
  public List<Value> values(LabelCounts counts) {
    return LabelAverages.of(
        counts,
        counts.precisions(),
        (aspect, name, label) ->
            Shares.share(
                aspect,
                counts.weighted(),
                label.hits(),
                label.hits() + label.falseAlarms(),
                label.hitWeight(),
                label.predictedWeight(),
                "no predicted positives for " + name));
  }
}
