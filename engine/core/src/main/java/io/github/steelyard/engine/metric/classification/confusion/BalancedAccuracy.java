package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/** The mean recall of the classes that have examples. */
@AutoService(Metric.class)
public final class BalancedAccuracy implements ConfusionMetric {
  @Override
  public String id() {
    return "balanced-accuracy";
  }

  @Override
  public String doc() {
    return "Mean recall of the classes that have examples, not adjusted for chance. Unlike macro"
        + " recall, a class that is only ever predicted does not count as 0.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  public List<Value> values(ConfusionState.Margins margins) {
    double sum = 0;
    int present = 0;
    for (int index = 0; index < margins.classes(); index++) {
      Double recall = Recall.ofClass(margins, index).number();
      if (recall != null) {
        sum += recall;
        present++;
      }
    }
    if (present == 0) {
      return List.of(Value.undefined("", Shares.reasonForNone(margins.examples())));
    }
    return List.of(
        Value.of(
            "",
            sum / present,
            GroupedJackknife.ofEvents(margins.hits(), margins.examples() - margins.hits())));
  }
}
