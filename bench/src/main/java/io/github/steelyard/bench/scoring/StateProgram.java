package io.github.steelyard.bench.scoring;

import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills a scorecard of all metrics of many classes, in all groups of many slices, until it grows no
 * more, and prints how many bytes of heap it takes. Every class is taken for every other one: no
 * real model's confusion matrix has as many cells. Argument: whether examples have weights.
 */
public final class StateProgram {
  static final int CLASSES = 1_000;
  static final int SLICES = 20;

  /** Of each slice, as many as will fill a fifth of its matrix, which is then held whole. */
  private static final int ROWS_OF_A_SLICE = 200_000;

  private static final int BLOCK = 8_192;
  private static final String SLICE = "part";
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private final SplittableRandom random = new SplittableRandom(1);
  private final TaskSettings settings =
      new TaskSettings(LabelMap.numbered(CLASSES), OutputKind.LOGITS, List.of(), false);
  private final boolean weighted;

  private StateProgram(boolean weighted) {
    this.weighted = weighted;
  }

  public static void main(String... arguments) throws IOException {
    new StateProgram(Boolean.parseBoolean(arguments[0])).run();
  }

  private void run() throws IOException {
    Scorecard card =
        new Scorecard(Metrics.of(ClassificationTask.NAME), MetricSettings.of(settings.labels()));
    long before = used();
    long rows = (long) SLICES * ROWS_OF_A_SLICE;
    for (long first = 0; first < rows; first += BLOCK) {
      RowBlock examples = examples(first);
      card.add(examples, outcomes(examples));
    }
    System.out.printf(
        "{\"examples\": %d, \"figures\": {\"stateBytes\": %d, \"allowedBytes\": 1e9}}%n",
        rows, usedWith(card) - before);
  }

  private static long usedWith(Scorecard card) {
    try {
      return used();
    } finally {
      Reference.reachabilityFence(card);
    }
  }

  private static long used() {
    MEMORY.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  private RowBlock examples(long first) {
    RowBlock examples =
        new RowBlock(PreparedColumns.examples(new ClassificationTask(), List.of(SLICE)), BLOCK);
    String[] slices = examples.strings(ExampleColumns.slice(0, SLICE).name());
    for (int row = 0; row < BLOCK; row++) {
      examples.longs(ExampleColumns.ORDINAL.name())[row] = first + row;
      examples.ints(ExampleColumns.GROUP.name())[row] = random.nextInt(ExampleColumns.GROUPS);
      examples.doubles(ExampleColumns.WEIGHT.name())[row] = weighted ? random.nextDouble() : 1;
      examples.ints(ClassificationTask.LABEL.name())[row] = random.nextInt(CLASSES);
      slices[row] = "part-" + random.nextInt(SLICES);
    }
    return examples;
  }

  private RowBlock outcomes(RowBlock examples) {
    RowBlock outcomes = new RowBlock(new ClassificationTask().outcomeColumns(settings), BLOCK);
    for (int row = 0; row < BLOCK; row++) {
      double confidence = random.nextDouble();
      outcomes.longs(ExampleColumns.ORDINAL.name())[row] =
          examples.longs(ExampleColumns.ORDINAL.name())[row];
      outcomes.ints(ClassificationTask.PREDICTION.name())[row] = random.nextInt(CLASSES);
      outcomes.doubles(ClassificationTask.CONFIDENCE.name())[row] = confidence;
      outcomes.doubles(ClassificationTask.SUM_SQUARES.name())[row] = confidence * confidence;
      outcomes.doubles(ClassificationTask.LABEL_LOG_PROBABILITY.name())[row] =
          Math.log(1 - random.nextDouble());
      outcomes.ints(ClassificationTask.LABEL_RANK.name())[row] = random.nextInt(CLASSES);
    }
    return outcomes;
  }
}
