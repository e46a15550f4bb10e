package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskExamples;
import io.github.steelyard.engine.task.TaskOutcomes;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.util.Random;
import java.util.stream.IntStream;

/** Examples with labels and the outcomes that the task itself makes of a model's scores. */
public final class MultilabelRows {
  private MultilabelRows() {}

  /** Example i is of group {@code i % 100} and weighs 1. */
  public static RowBlock examples(int[][] labels, String... slices) {
    RowBlock examples = TaskExamples.of(MultilabelTask.LABELS, labels.length, slices);
    System.arraycopy(labels, 0, examples.intLists("labels"), 0, labels.length);
    return examples;
  }

  public static TaskSettings settings(int labels, OutputKind kind) {
    return new TaskSettings(
        LabelMap.numbered(labels), kind, IntStream.range(0, labels).boxed().toList(), false);
  }

  /** The outcomes of a model that yields these numbers. */
  public static RowBlock outcomes(RowBlock examples, float[][] numbers, OutputKind kind) {
    return TaskOutcomes.of(
        new MultilabelTask(), examples, numbers, settings(numbers[0].length, kind));
  }

  /** Scores in eighths, so that ties are frequent; the later a label, the rarer it is. */
  public static Rows random(int count, int labels, long seed, boolean weighted, String... slices) {
    Random random = new Random(seed);
    int[][] ofExamples = new int[count][];
    float[][] scores = new float[count][labels];
    for (int row = 0; row < count; row++) {
      ofExamples[row] =
          IntStream.range(0, labels).filter(label -> random.nextInt(label + 2) == 0).toArray();
      for (int label = 0; label < labels; label++) {
        scores[row][label] = random.nextInt(7) / 8f;
      }
      for (int label : ofExamples[row]) {
        scores[row][label] = Math.min(1, scores[row][label] + 0.25f);
      }
    }
    RowBlock examples = examples(ofExamples, slices);
    for (int row = 0; row < count; row++) {
      TaskExamples.randomize(examples, row, random, weighted, slices);
    }
    return new Rows(examples, outcomes(examples, scores, OutputKind.PROBABILITIES));
  }
}
