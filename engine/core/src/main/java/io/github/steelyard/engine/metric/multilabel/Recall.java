package io.github.steelyard.engine.metric.multilabel;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** Of the examples that have a label, the share that were given it. */
@AutoService(Metric.class)
public final class Recall implements LabelMetric {
  @Override
  public String id() {
    return "recall";
  }

  @Override
  public String doc() {
    return "Of the examples that have a label, the share that were given it." + LabelAverages.DOC;
  }

  @Override
  public String intervals() {
    return LabelAverages.SHARE_INTERVALS;
  }

  @Override
  public List<Value> values(LabelCounts counts) {
    return LabelAverages.of(
        counts,
        counts.recalls(),
        (aspect, name, label) ->
            Shares.share(
                aspect,
                counts.weighted(),
                label.hits(),
                label.hits() + label.misses(),
                label.hitWeight(),
                label.trueWeight(),
                "no examples of " + name));
  }
}
