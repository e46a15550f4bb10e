package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricContract;
import io.github.steelyard.engine.metric.MetricSettings;

/** One example for all metrics of regression: its errors are 1, 0, -2, 1 and 2. */
public abstract class RegressionMetricContract extends MetricContract {
  @Override
  protected final MetricSettings settings() {
    return RegressionRows.METRIC_SETTINGS;
  }

  @Override
  protected final Rows randomRows(int count, long seed, boolean weighted) {
    return RegressionRows.random(count, seed, weighted);
  }

  @Override
  protected final Rows workedExample() {
    RowBlock examples = RegressionRows.examples(new double[] {1, 2, 4, 0, 3});
    return new Rows(examples, RegressionRows.outcomes(examples, new float[] {2, 2, 2, 1, 5}));
  }
}
