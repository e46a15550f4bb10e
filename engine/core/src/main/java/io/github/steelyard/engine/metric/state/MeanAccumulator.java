package io.github.steelyard.engine.metric.state;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import java.util.function.IntToDoubleFunction;

/** Adds the numbers of rows to means. */
final class MeanAccumulator implements RowAccumulator {
  private final IntToDoubleFunction numbers;
  private final double[] weights;
  private final boolean allOnes;

  MeanAccumulator(IntToDoubleFunction numbers, double[] weights) {
    this.numbers = numbers;
    this.weights = weights;
    this.allOnes = Weights.allOnes(weights);
  }

  @Override
  public void add(MetricState state, int row) {
    ((MeanState) state).add(numbers.applyAsDouble(row), weights[row]);
  }

  @Override
  public void addAll(MetricState state, int[] rows, int from, int to) {
    MeanState mean = (MeanState) state;
    if (allOnes) {
      mean.addAll(numbers, rows, from, to);
    } else {
      for (int place = from; place < to; place++) {
        add(mean, rows[place]);
      }
    }
  }
}
