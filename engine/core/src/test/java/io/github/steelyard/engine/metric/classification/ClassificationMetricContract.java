package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.task.OutputKind;

/**
 * One example for all metrics of classification: four classes, of which the last one never occurs.
 * The confusion matrix of the other three is (2, 1, 0), (1, 1, 0), (2, 0, 1).
 */
public abstract class ClassificationMetricContract extends MetricContract {
  private static final int[] LABELS = {0, 0, 1, 1, 2, 2, 0, 2};
  private static final float[][] SCORES = {
    {0.5f, 0.25f, 0.25f, 0},
    {0.25f, 0.5f, 0.125f, 0.125f},
    {0.125f, 0.75f, 0.125f, 0},
    {0.5f, 0.25f, 0.25f, 0},
    {0.25f, 0.25f, 0.25f, 0.25f},
    {0, 0, 1, 0},
    {1, 0, 0, 0},
    {0.5f, 0.5f, 0, 0}
  };

  @Override
  protected final MetricSettings settings() {
    return MetricSettings.of(LabelMap.numbered(4));
  }

  @Override
  protected final Rows randomRows(int count, long seed, boolean weighted) {
    return ClassificationRows.random(count, 4, seed, weighted);
  }

  @Override
  protected final Rows workedExample() {
    RowBlock examples = ClassificationRows.examples(LABELS);
    return new Rows(
        examples,
        ClassificationRows.outcomes(
            examples, SCORES, ClassificationRows.settings(4, OutputKind.PROBABILITIES)));
  }
}
