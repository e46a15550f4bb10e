package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.task.OutputKind;

/**
 * One example for all metrics of several labels: four labels, of which the last one never occurs.
 * Predicted are (0, 1), (1), (1, 2) and (0, 2).
 */
public abstract class MultilabelMetricContract extends MetricContract {
  private static final int[][] LABELS = {{0, 1}, {}, {0, 2}, {2}};
  private static final float[][] SCORES = {
    {0.75f, 0.5f, 0.25f, 0.125f},
    {0.25f, 0.5f, 0.125f, 0},
    {0.25f, 0.75f, 0.5f, 0},
    {0.5f, 0.125f, 0.5f, 0.25f}
  };

  @Override
  protected final MetricSettings settings() {
    return MetricSettings.of(LabelMap.numbered(4));
  }

  @Override
  protected final Rows randomRows(int count, long seed, boolean weighted) {
    return MultilabelRows.random(count, 4, seed, weighted);
  }

  @Override
  protected final Rows workedExample() {
    RowBlock examples = MultilabelRows.examples(LABELS);
    return new Rows(examples, MultilabelRows.outcomes(examples, SCORES, OutputKind.PROBABILITIES));
  }
}
