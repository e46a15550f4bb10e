package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.task.ClassificationTask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A ranking metric of each class against the others, and its averages over the classes that have
 * both examples and others: {@code macro} is their mean, {@code weighted} the mean weighted with
 * the classes' examples; {@code micro} takes all pairs of an example and a class for one ranking.
 */
final class OneVersusRest {
  static final String DOC =
      " Of two classes that of the positive one. Of more, one value for each class against all"
          + " others; macro: mean over the classes that have examples and others; weighted: mean"
          + " weighted with the classes' examples; micro: all pairs of an example and a class as"
          + " one ranking. Undefined beyond 32 classes.";

  private static final List<String> AVERAGES = List.of("macro", "micro", "weighted");

  private final ScoreBinState state;
  private final Function<ScoreCurve, Bounded> metric;
  private final List<Value> values = new ArrayList<>();
  private double error;

  OneVersusRest(ScoreBinState state, Function<ScoreCurve, Bounded> metric) {
    this.state = state;
    this.metric = metric;
  }

  List<Value> values() {
    ScoreBinKind kind = state.kind();
    if (kind.onlyPositive()) {
      values.add(value("", "the positive class", state.curve(0)));
    } else if (kind.counted() == 0) {
      String reason = "more than " + ClassificationTask.SCORES_KEPT + " classes";
      AVERAGES.forEach(average -> values.add(Value.undefined(average, reason)));
    } else {
      addClasses(kind.counted());
    }
    boolean none = values.stream().allMatch(value -> value.number() == null);
    values.add(
        none
            ? Value.undefined(Value.ERROR_BOUND, "all values are undefined")
            : Value.of(Value.ERROR_BOUND, error, new NoInterval("a bound, no estimate")));
    return values;
  }

  private void addClasses(int classes) {
    double sum = 0;
    double weightedSum = 0;
    double weight = 0;
    int present = 0;
    long fewest = Long.MAX_VALUE;
    for (int index = 0; index < classes; index++) {
      ScoreCurve curve = state.curve(index);
      Value value = value(ClassAverages.aspect(index), "class " + index, curve);
      values.add(value);
      if (value.number() != null) {
        sum += value.number();
        weightedSum += value.number() * curve.positiveWeight();
        weight += curve.positiveWeight();
        fewest = Math.min(fewest, fewestExamples(curve));
        present++;
      }
    }
    if (present == 0) {
      AVERAGES.forEach(
          average -> values.add(Value.undefined(average, "undefined for every class")));
      return;
    }
    GroupedJackknife method = new GroupedJackknife(fewest);
    values.add(Value.of("macro", sum / present, method));
    values.add(value("micro", "any class", state.pooled()));
    values.add(Value.of("weighted", weightedSum / weight, method));
  }

  private Value value(String aspect, String name, ScoreCurve curve) {
    if (curve.positiveExamples() + curve.negativeExamples() == 0) {
      return Value.undefined(aspect, Hits.NO_EXAMPLES);
    }
    if (!(curve.positiveWeight() > 0)) {
      return Value.undefined(aspect, "no examples of " + name);
    }
    if (!(curve.negativeWeight() > 0)) {
      return Value.undefined(aspect, "all examples are of " + name);
    }
    Bounded bounded = metric.apply(curve);
    error = Math.max(error, bounded.error());
    return Value.of(aspect, bounded.value(), new GroupedJackknife(fewestExamples(curve)));
  }

  private static long fewestExamples(ScoreCurve curve) {
    return Math.min(curve.positiveExamples(), curve.negativeExamples());
  }
}
