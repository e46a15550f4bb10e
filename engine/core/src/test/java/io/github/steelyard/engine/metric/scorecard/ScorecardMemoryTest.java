package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A thousand classes in a hundred groups of twenty slices, with every metric there is. */
class ScorecardMemoryTest {
  private static final int CLASSES = 1_000;
  private static final int SLICES = 20;
  private static final int BLOCK = 8_192;

  /** Enough for each group of each slice to see each class and most score bins. */
  private static final int BLOCKS = 250;

  private static final long MOST_BYTES = 1L << 30;
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private static final List<Column> OUTCOMES =
      List.of(
          ExampleColumns.ORDINAL,
          ClassificationTask.PREDICTION,
          ClassificationTask.CONFIDENCE,
          ClassificationTask.SUM_SQUARES,
          ClassificationTask.LABEL_LOG_PROBABILITY,
          ClassificationTask.LABEL_RANK,
          ClassificationTask.SCORES);

  private static RowBlock examples(SplittableRandom random) {
    List<Column> columns = new ArrayList<>(ExampleColumns.all());
    columns.add(ClassificationTask.LABEL);
    columns.add(ExampleColumns.slice(0, "site"));
    RowBlock block = new RowBlock(columns, BLOCK);
    for (int row = 0; row < BLOCK; row++) {
      block.ints("group")[row] = random.nextInt(ExampleColumns.GROUPS);
      block.doubles("weight")[row] = 1;
      block.ints("label")[row] = random.nextInt(CLASSES);
      block.strings("slice_site")[row] = Integer.toString(random.nextInt(SLICES));
    }
    return block;
  }

  private static RowBlock outcomes(SplittableRandom random) {
    RowBlock block = new RowBlock(OUTCOMES, BLOCK);
    for (int row = 0; row < BLOCK; row++) {
      double score = random.nextDouble();
      block.ints("prediction")[row] = random.nextInt(CLASSES);
      block.doubles("confidence")[row] = random.nextDouble();
      block.doubles("sum_squares")[row] = random.nextDouble();
      block.doubles("label_log_probability")[row] = Math.log(random.nextDouble());
      block.ints("label_rank")[row] = random.nextInt(CLASSES);
      // That of the positive class, as near to 0 or 1 as bins are told apart.
      block.floatLists("scores")[row] = new float[] {(float) (score * score * score)};
    }
    return block;
  }

  @Test
  void itTakesLessThanAGigabyteWhateverTheNumberOfRows() {
    MetricSettings settings =
        new MetricSettings(LabelMap.numbered(CLASSES), false, BinarySettings.of(0));
    Scorecard scorecard = new Scorecard(Metrics.of(ClassificationTask.NAME), settings);
    SplittableRandom random = new SplittableRandom(1);
    long before = used();
    for (int block = 0; block < BLOCKS; block++) {
      scorecard.add(examples(random), outcomes(random));
    }

    assertThat(used() - before).isBetween(MOST_BYTES / 20, MOST_BYTES);

    assertThat(scorecard.counts()).hasSize(1 + SLICES);
    assertThat(scorecard.counts().get(0).examples()).isEqualTo((long) BLOCK * BLOCKS);
    Reference.reachabilityFence(scorecard);
  }

  private static long used() {
    MEMORY.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
