package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/**
 * Agreement of labels and predictions beyond chance: {@code 1 - (1 - observed) / (1 - expected)},
 * with {@code expected = sum(t_k p_k) / n²} for {@code t_k} examples of class {@code k} and {@code
 * p_k} taken for it. J. Cohen, "A coefficient of agreement for nominal scales" (1960).
 */
@AutoService(Metric.class)
public final class CohenKappa implements ConfusionMetric {
  @Override
  public String id() {
    return "cohen-kappa";
  }

  @Override
  public Range range() {
    return Range.CORRELATION;
  }

  @Override
  public String doc() {
    return "Agreement of labels and predictions beyond chance, unweighted. Undefined where all"
        + " labels and all predictions are of one and the same class.";
  }

  @Override
  public String intervals() {
    return "Grouped jackknife.";
  }

  @Override
  public List<Value> values(ConfusionState.Margins margins) {
    double n = margins.total();
    if (!(n > 0)) {
      return List.of(Value.undefined("", Shares.reasonForNone(margins.examples())));
    }
    double expected = 0;
    boolean oneClass = false;
    for (int index = 0; index < margins.classes(); index++) {
      double label = margins.labels().weight(index);
      double prediction = margins.predictions().weight(index);
      expected += label / n * (prediction / n);
      oneClass |= label == n && prediction == n;
    }
    if (oneClass) {
      return List.of(Value.undefined("", "all labels and predictions are of one class"));
    }
    double number = 1 - (1 - margins.correct().total() / n) / (1 - expected);
    return List.of(
        Value.of(
            "",
            Math.max(-1, Math.min(1, number)),
            GroupedJackknife.ofEvents(margins.hits(), margins.examples() - margins.hits())));
  }
}
