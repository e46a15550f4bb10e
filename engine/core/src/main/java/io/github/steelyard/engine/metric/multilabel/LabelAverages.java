package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.ArrayList;
import java.util.List;

/**
 * A value for each label and scikit-learn's four averages of them.
 *
 * <p>{@code macro} is the mean over all labels; {@code micro} takes all pairs of an example and a
 * label together; {@code weighted} is the mean weighted with the labels' examples; {@code samples}
 * the mean over the examples of each one's own value. A label whose value is undefined is reported
 * with its reason and counts as 0 in the averages, and so does an example ({@code
 * zero_division=0}). Pairs of one example hang together, so that micro has no Wilson interval.
 */
final class LabelAverages {
  static final String DOC =
      " One value for each label; macro: mean over all labels; micro: all pairs of an example and a"
          + " label together; samples: mean over the examples of each one's own value; weighted:"
          + " mean weighted with the labels' examples. As in scikit-learn, a label or example whose"
          + " value is undefined counts as 0 in the averages.";

  /** Of a metric that is a share of examples for each label. */
  static final String SHARE_INTERVALS =
      "Per label Wilson (grouped jackknife with weights or clusters); averages grouped jackknife.";

  private LabelAverages() {}

  /** How a metric makes its value of the counts of one label. */
  interface OfLabel {
    /**
     * The value of some counts.
     *
     * @param name of what is counted, for the reason where the value is undefined
     */
    Value value(String aspect, String name, LabelCounts.Label counts);
  }

  /**
   * The values of all labels, then {@code macro}, {@code micro}, {@code samples}, {@code weighted}.
   *
   * @param ofSamples the sum over the examples of each one's own value
   */
  static List<Value> of(LabelCounts counts, double ofSamples, OfLabel metric) {
    List<Value> values = new ArrayList<>();
    double sum = 0;
    double weightedSum = 0;
    for (int index = 0; index < counts.labels(); index++) {
      LabelCounts.Label label = counts.label(index);
      Value value = metric.value("label=" + index, "label " + index, label);
      values.add(value);
      Double number = value.number();
      if (number != null) {
        sum += number;
        weightedSum += number * label.trueWeight();
      }
    }
    Value micro = metric.value("micro", "any label", counts.all());
    values.add(average("macro", sum, counts.labels(), counts));
    values.add(
        micro.number() == null ? micro : Value.of("micro", micro.number(), jackknife(counts)));
    values.add(average("samples", ofSamples, counts.weight(), counts));
    values.add(
        counts.weight() > 0 && !(counts.all().trueWeight() > 0)
            ? Value.undefined("weighted", "no examples of any label")
            : average("weighted", weightedSum, counts.all().trueWeight(), counts));
    return values;
  }

  private static Value average(String aspect, double sum, double divisor, LabelCounts counts) {
    return counts.weight() > 0
        ? Value.of(aspect, sum / divisor, jackknife(counts))
        : Value.undefined(aspect, Shares.reasonForNone(counts.examples()));
  }

  private static IntervalMethod jackknife(LabelCounts counts) {
    LabelCounts.Label all = counts.all();
    return GroupedJackknife.ofEvents(all.hits(), all.misses() + all.falseAlarms());
  }
}
