package io.github.steelyard.engine.metric.ranking;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.NoInterval;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.scale.Scale;
import io.github.steelyard.engine.metric.scale.ScaledJackknife;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A ranking metric of each class against the others, and its averages over the classes that have
 * both examples and others: {@code macro} is their mean, {@code weighted} the mean weighted with
 * the classes' examples; {@code micro} takes all pairs of an example and a class for one ranking.
 */
public final class RankedCurves {
  private static final List<String> AVERAGES = List.of("macro", "micro", "weighted");

  private final String noun;
  private final Function<ScoreCurve, Bounded> metric;
  private final List<Value> values = new ArrayList<>();
  private double error;

  /**
   * @param noun what a curve is of, for reasons and aspects: {@code class}
   */
  public RankedCurves(String noun, Function<ScoreCurve, Bounded> metric) {
    this.noun = noun;
    this.metric = metric;
  }

  /** Adds the value of one curve alone. */
  public void add(String aspect, String name, ScoreCurve curve) {
    values.add(value(aspect, name, curve));
  }

  /** Adds the averages without a value. */
  public void addUndefinedAverages(String reason) {
    AVERAGES.forEach(average -> values.add(Value.undefined(average, reason)));
  }

  /** Adds the values of all curves and their averages. */
  public void addAll(List<ScoreCurve> curves) {
    double sum = 0;
    double weightedSum = 0;
    double weight = 0;
    int present = 0;
    long fewest = Long.MAX_VALUE;
    for (int index = 0; index < curves.size(); index++) {
      ScoreCurve curve = curves.get(index);
      Value value = value(noun + "=" + index, noun + " " + index, curve);
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
      addUndefinedAverages("undefined for every " + noun);
      return;
    }
    IntervalMethod method = jackknife(fewest);
    values.add(Value.of("macro", sum / present, method));
    add("micro", "any " + noun, ScoreCurve.pooled(curves));
    values.add(Value.of("weighted", weightedSum / weight, method));
  }

  /** What was added, and the error bound of all of it. */
  public List<Value> values() {
    boolean none = values.stream().allMatch(value -> value.number() == null);
    List<Value> all = new ArrayList<>(values);
    all.add(
        none
            ? Value.undefined(Value.ERROR_BOUND, "all values are undefined")
            : Value.of(Value.ERROR_BOUND, error, new NoInterval("a bound, no estimate")));
    return all;
  }

  private Value value(String aspect, String name, ScoreCurve curve) {
    if (curve.positiveExamples() + curve.negativeExamples() == 0) {
      return Value.undefined(aspect, Shares.NO_EXAMPLES);
    }
    if (!(curve.positiveWeight() > 0)) {
      return Value.undefined(aspect, "no examples of " + name);
    }
    if (!(curve.negativeWeight() > 0)) {
      return Value.undefined(aspect, "all examples are of " + name);
    }
    Bounded bounded = metric.apply(curve);
    error = Math.max(error, bounded.error());
    return Value.of(aspect, bounded.value(), jackknife(fewestExamples(curve)));
  }

  /** Areas lie between 0 and 1, and the closer to 1, the more skewed. */
  private static IntervalMethod jackknife(long fewestExamples) {
    return new ScaledJackknife(Scale.LOGIT, new GroupedJackknife(fewestExamples));
  }

  private static long fewestExamples(ScoreCurve curve) {
    return Math.min(curve.positiveExamples(), curve.negativeExamples());
  }
}
