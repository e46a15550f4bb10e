package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskExamples;
import io.github.steelyard.engine.task.TaskOutcomes;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.Random;
import java.util.stream.IntStream;

/** Examples and the outcomes that the task itself makes of a model's scores. */
public final class ClassificationRows {
  private ClassificationRows() {}

  /** Examples of the given labels; example i is of group {@code i % 100} and weighs 1. */
  public static RowBlock examples(int[] labels, String... slices) {
    RowBlock examples = TaskExamples.of(ClassificationTask.LABEL, labels.length, slices);
    System.arraycopy(labels, 0, examples.ints("label"), 0, labels.length);
    return examples;
  }

  public static TaskSettings settings(int classes, OutputKind kind) {
    return new TaskSettings(
        LabelMap.numbered(classes), kind, IntStream.range(0, classes).boxed().toList(), false);
  }

  /** The outcomes of a model that yields these scores, one row for each example. */
  public static RowBlock outcomes(RowBlock examples, float[][] scores, TaskSettings settings) {
    return TaskOutcomes.of(new ClassificationTask(), examples, scores, settings);
  }

  /** Random logits that are right more often than chance; now and then one is not finite. */
  public static Rows random(int count, int classes, long seed, boolean weighted, String... slices) {
    Random random = new Random(seed);
    int[] labels = random.ints(count, 0, classes).toArray();
    RowBlock examples = examples(labels, slices);
    float[][] logits = new float[count][classes];
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < classes; i++) {
        logits[row][i] = (float) (2 * random.nextGaussian());
      }
      logits[row][labels[row]] += 2;
      TaskExamples.randomize(examples, row, random, weighted, slices);
    }
    return new Rows(examples, outcomes(examples, logits, settings(classes, OutputKind.LOGITS)));
  }
}
