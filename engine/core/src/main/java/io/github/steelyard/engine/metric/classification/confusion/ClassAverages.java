package io.github.steelyard.engine.metric.classification.confusion;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A value for each class and scikit-learn's three averages of them.
 *
 * <p>{@code macro} is the mean over the classes that occur in the labels or in the predictions;
 * {@code weighted} the mean weighted with the classes' examples; {@code micro} counts all classes'
 * decisions together, which for one class per example is the accuracy. A class whose value is
 * undefined is reported with its reason, and counts as 0 in the averages ({@code zero_division=0}).
 */
final class ClassAverages {
  static final String DOC =
      " One value for each class; macro: mean over the classes that occur in labels or"
          + " predictions; weighted: mean weighted with the classes' examples; micro: the accuracy."
          + " As in scikit-learn, a class whose value is undefined counts as 0 in the averages.";
  static final String INTERVALS =
      "; macro and weighted grouped jackknife; micro Wilson (grouped jackknife with weights or"
          + " clusters).";

  private ClassAverages() {}

  static String aspect(int index) {
    return Value.OF_A_CLASS + index;
  }

  /** The values of all classes, then {@code macro}, {@code micro}, {@code weighted}. */
  static List<Value> of(ConfusionState.Margins margins, IntFunction<Value> ofClass) {
    List<Value> values = new ArrayList<>();
    double sum = 0;
    double weightedSum = 0;
    int present = 0;
    for (int index = 0; index < margins.classes(); index++) {
      Value value = ofClass.apply(index);
      values.add(value);
      Double number = value.number();
      if (number != null) {
        sum += number;
        weightedSum += number * margins.labels().weight(index);
      }
      if (margins.labels().count(index) + margins.predictions().count(index) > 0) {
        present++;
      }
    }
    values.add(average("macro", sum, present, margins));
    values.add(Hits.correct("micro", margins));
    values.add(average("weighted", weightedSum, margins.total(), margins));
    return values;
  }

  private static Value average(
      String aspect, double sum, double weight, ConfusionState.Margins margins) {
    if (!(margins.total() > 0)) {
      return Value.undefined(aspect, Shares.reasonForNone(margins.examples()));
    }
    return Value.of(
        aspect,
        sum / weight,
        GroupedJackknife.ofEvents(margins.hits(), margins.examples() - margins.hits()));
  }
}
