package io.github.steelyard.engine.metric.multilabel;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.Direction;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** The share of all pairs of an example and a label that are wrong. */
@AutoService(Metric.class)
public final class HammingLoss implements LabelMetric {
  @Override
  public String id() {
    return "hamming-loss";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public String doc() {
    return "Share of the pairs of an example and a label where the label is missing or wrongly"
        + " given.";
  }

  @Override
  public List<Value> values(LabelCounts counts) {
    if (!(counts.weight() > 0)) {
      return List.of(Value.undefined("", Shares.reasonForNone(counts.examples())));
    }
    LabelCounts.Label all = counts.all();
    long wrong = all.misses() + all.falseAlarms();
    double share =
        (all.missWeight() + all.falseAlarmWeight()) / (counts.weight() * counts.labels());
    long right = counts.examples() * counts.labels() - wrong;
    return List.of(Value.of("", Math.min(1, share), GroupedJackknife.ofEvents(right, wrong)));
  }
}
