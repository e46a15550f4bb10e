package io.github.steelyard.engine.metric.classification.binary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.task.OutputKind;
import org.junit.jupiter.api.Test;

/**
 * One example for all metrics of two classes: at a threshold of 1/2 there are 3 true positives, 1
 * false negative, 2 false positives and 2 true negatives.
 */
public abstract class BinaryMetricContract extends MetricContract {
  private static final int[] LABELS = {1, 1, 1, 0, 0, 0, 0, 1};
  private static final float[] POSITIVE = {1, 0.75f, 0.5f, 0.5f, 0.25f, 0, 0.75f, 0.25f};

  @Override
  protected final MetricSettings settings() {
    return MetricSettings.of(LabelMap.numbered(2));
  }

  @Override
  protected final Rows randomRows(int count, long seed, boolean weighted) {
    return ClassificationRows.random(count, 2, seed, weighted);
  }

  @Override
  protected final Rows workedExample() {
    RowBlock examples = ClassificationRows.examples(LABELS);
    float[][] scores = new float[POSITIVE.length][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = new float[] {1 - POSITIVE[row], POSITIVE[row]};
    }
    return new Rows(
        examples,
        ClassificationRows.outcomes(
            examples, scores, ClassificationRows.settings(2, OutputKind.PROBABILITIES)));
  }

  /** The ranking metrics apply to any number of classes. */
  protected boolean forTwoClassesOnly() {
    return true;
  }

  @Test
  void ofMoreClassesAPositiveOneMustBeNamed() {
    MetricSettings three = MetricSettings.of(LabelMap.numbered(3));
    assertThat(metric().appliesTo(three)).isEqualTo(!forTwoClassesOnly());
    assertThat(metric().appliesTo(settings())).isTrue();
  }
}
