package io.github.steelyard.engine.metric.classification.confusion;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;

/**
 * The correlation of labels and predictions. With {@code n} examples, {@code c} of them correct,
 * {@code t_k} of class {@code k} and {@code p_k} taken for it: {@code (c n - sum(t_k p_k)) /
 * sqrt((n² - sum(p_k²)) (n² - sum(t_k²)))}. J. Gorodkin, "Comparing two K-category assignments by a
 * K-category correlation coefficient" (2004).
 */
@AutoService(Metric.class)
public final class MatthewsCorrelation implements ConfusionMetric {
  @Override
  public String id() {
    return "matthews-correlation";
  }

  @Override
  public Range range() {
    return Range.CORRELATION;
  }

  @Override
  public String doc() {
    return "Correlation of labels and predictions (MCC, Gorodkin's R_K). Undefined where all labels"
        + " or all predictions are of one class; scikit-learn says 0 there.";
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
    // Shares rather than counts: the squares of large counts would not fit a double's 53 bits.
    double agreement = margins.correct().total() / n;
    double labelSpread = 1;
    double predictionSpread = 1;
    for (int index = 0; index < margins.classes(); index++) {
      double label = margins.labels().weight(index) / n;
      double prediction = margins.predictions().weight(index) / n;
      agreement -= label * prediction;
      labelSpread -= label * label;
      predictionSpread -= prediction * prediction;
    }
    if (Agreement.oneClass(margins.labels(), margins.classes())) {
      return List.of(Value.undefined("", "all labels are of one class"));
    }
    if (Agreement.oneClass(margins.predictions(), margins.classes())) {
      return List.of(Value.undefined("", "all predictions are of one class"));
    }
    double number = agreement / Math.sqrt(labelSpread * predictionSpread);
    return List.of(
        Value.of(
            "",
            Math.max(-1, Math.min(1, number)),
            GroupedJackknife.ofEvents(margins.hits(), margins.examples() - margins.hits())));
  }
}
