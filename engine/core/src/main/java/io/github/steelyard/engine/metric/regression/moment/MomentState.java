package io.github.steelyard.engine.metric.regression.moment;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums of targets, predictions and errors, of their squares, and of the products of target
 * and prediction. All are exact, squares and products too, so that what is small beside a large
 * mean is still there when the square of the mean is taken off.
 */
final class MomentState implements MetricState {
  private static final byte VERSION = 1;
  private static final int ONE_KEY = 0;

  private final Tally examples;
  private final ExactSum targets;
  private final ExactSum predictions;
  private final ExactSum errors;
  private final ExactSum squaredTargets;
  private final ExactSum squaredPredictions;
  private final ExactSum squaredErrors;
  private final ExactSum products;

  /** What was made of the sums; null after a change. */
  private @Nullable Moments moments;

  MomentState() {
    this(
        new Tally(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum(),
        new ExactSum());
  }

  private MomentState(
      Tally examples,
      ExactSum targets,
      ExactSum predictions,
      ExactSum errors,
      ExactSum squaredTargets,
      ExactSum squaredPredictions,
      ExactSum squaredErrors,
      ExactSum products) {
    this.examples = examples;
    this.targets = targets;
    this.predictions = predictions;
    this.errors = errors;
    this.squaredTargets = squaredTargets;
    this.squaredPredictions = squaredPredictions;
    this.squaredErrors = squaredErrors;
    this.products = products;
  }

  void add(double target, double prediction, double weight) {
    double error = prediction - target;
    examples.add(ONE_KEY, weight);
    targets.addProduct(weight, target);
    predictions.addProduct(weight, prediction);
    errors.addProduct(weight, error);
    addProduct(squaredTargets, weight, target, target);
    addProduct(squaredPredictions, weight, prediction, prediction);
    addProduct(squaredErrors, weight, error, error);
    addProduct(products, weight, target, prediction);
    moments = null;
  }

  /** The product of two doubles is exactly that of its rounded value and what rounding left. */
  private static void addProduct(ExactSum sum, double weight, double one, double other) {
    double rounded = one * other;
    sum.addProduct(weight, rounded);
    sum.addProduct(weight, Math.fma(one, other, -rounded));
  }

  Moments moments() {
    Moments known = moments;
    if (known == null) {
      known = sum();
      moments = known;
    }
    return known;
  }

  private Moments sum() {
    ExactSum weight = new ExactSum();
    examples.addWeightTo(weight, ONE_KEY);
    ExactMean means = new ExactMean(weight);
    return new Moments(
        examples.totalCount(),
        weight.value(),
        squaredErrors.value(),
        means.spread(squaredErrors, errors, errors),
        means.spread(squaredTargets, targets, targets),
        means.spread(squaredPredictions, predictions, predictions),
        means.spread(products, targets, predictions));
  }

  private List<ExactSum> sums() {
    return List.of(
        targets, predictions, errors, squaredTargets, squaredPredictions, squaredErrors, products);
  }

  @Override
  public void merge(MetricState other) {
    examples.merge(((MomentState) other).examples);
    List<ExactSum> theirs = ((MomentState) other).sums();
    for (int i = 0; i < theirs.size(); i++) {
      sums().get(i).merge(theirs.get(i));
    }
    moments = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    examples.write(out);
    for (ExactSum sum : sums()) {
      sum.write(out);
    }
  }

  static MomentState read(DataInput in) throws IOException {
    Versions.check(in, "sum of moments", VERSION);
    return new MomentState(
        Tally.read(in),
        ExactSum.read(in),
        ExactSum.read(in),
        ExactSum.read(in),
        ExactSum.read(in),
        ExactSum.read(in),
        ExactSum.read(in),
        ExactSum.read(in));
  }
}
