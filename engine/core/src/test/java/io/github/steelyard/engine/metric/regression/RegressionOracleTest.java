package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.Oracle;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric against scikit-learn, on the files of scripts/oracles/regression_metrics.py. */
class RegressionOracleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "even",
        "weighted",
        "ties",
        "zero-targets",
        "far-from-0",
        "far-from-0-weighted",
        "outliers",
        "large",
        "small",
        "equal-targets",
        "equal-predictions",
        "perfect",
        "opposite",
        "one-example",
        "two-examples",
        "no-weight",
        "one-weight"
      })
  void everyValueAgreesWithScikitLearn(String name) {
    Oracle oracle = new Oracle("regression", name);
    List<String[]> rows = oracle.rows();
    RowBlock examples =
        RegressionRows.examples(
            rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray());
    float[] predictions = new float[rows.size()];
    for (int row = 0; row < predictions.length; row++) {
      examples.doubles("weight")[row] = Double.parseDouble(rows.get(row)[1]);
      predictions[row] = Float.parseFloat(rows.get(row)[2]);
    }
    Scorecard scorecard =
        new Scorecard(Metrics.of(RegressionTask.NAME), RegressionRows.METRIC_SETTINGS);
    scorecard.add(examples, RegressionRows.outcomes(examples, predictions));
    oracle.check(scorecard);
  }
}
