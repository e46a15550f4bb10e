package io.github.steelyard.engine.metric.regression;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskExamples;
import io.github.steelyard.engine.task.TaskOutcomes;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;
import java.util.Random;

/** Examples with targets and the outcomes that the task itself makes of a model's numbers. */
public final class RegressionRows {
  private static final LabelMap NO_CLASSES = new LabelMap(List.of());

  public static final TaskSettings SETTINGS =
      new TaskSettings(NO_CLASSES, OutputKind.PROBABILITIES, List.of(), false);

  public static final MetricSettings METRIC_SETTINGS = MetricSettings.of(NO_CLASSES);

  private RegressionRows() {}

  /** Example i is of group {@code i % 100} and weighs 1. */
  public static RowBlock examples(double[] targets, String... slices) {
    RowBlock examples = TaskExamples.of(RegressionTask.TARGET, targets.length, slices);
    System.arraycopy(targets, 0, examples.doubles("target"), 0, targets.length);
    return examples;
  }

  /** The outcomes of a model that predicts these numbers. */
  public static RowBlock outcomes(RowBlock examples, float[] predictions) {
    float[][] numbers = new float[predictions.length][];
    for (int row = 0; row < predictions.length; row++) {
      numbers[row] = new float[] {predictions[row]};
    }
    return TaskOutcomes.of(new RegressionTask(), examples, numbers, SETTINGS);
  }

  /** Noisy predictions; some targets are 0 and some predictions equal others. */
  public static Rows random(int count, long seed, boolean weighted, String... slices) {
    Random random = new Random(seed);
    RowBlock examples = examples(new double[count], slices);
    float[] predictions = new float[count];
    for (int row = 0; row < count; row++) {
      double target = random.nextInt(9) == 0 ? 0 : 10 * random.nextGaussian();
      examples.doubles("target")[row] = target;
      predictions[row] =
          random.nextInt(9) == 0 ? 1 : (float) (0.8 * target + 0.3 + 2 * random.nextGaussian());
      TaskExamples.randomize(examples, row, random, weighted, slices);
    }
    return new Rows(examples, outcomes(examples, predictions));
  }
}
