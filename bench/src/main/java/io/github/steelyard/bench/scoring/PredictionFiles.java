package io.github.steelyard.bench.scoring;

import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.pipeline.SparkWork;
import io.github.steelyard.bench.pipeline.Threads;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.prepare.ShardRule;
import io.github.steelyard.engine.columnar.ParquetBlockWriter;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.inference.EngineDescription;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.jobs.evaluate.unit.StoredModel;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Predictions of ten classes and their examples, as a run leaves them: the outcomes are what the
 * task's own reduction makes of random logits, the files what the project's writer writes.
 */
final class PredictionFiles {
  static final int CLASSES = 10;

  private static final List<String> METRICS =
      List.of(
          "accuracy",
          "average-precision",
          "brier",
          "cohen-kappa",
          "expected-calibration-error",
          "f1",
          "log-loss",
          "precision",
          "recall",
          "roc-auc");
  private static final TaskSettings SETTINGS =
      new TaskSettings(
          LabelMap.numbered(CLASSES),
          OutputKind.LOGITS,
          IntStream.range(0, CLASSES).boxed().toList(),
          false);

  private final Path folder;
  private final long rows;

  private PredictionFiles(Path folder, long rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /** Those of so many rows, made now unless they are there. */
  static PredictionFiles of(Workplace workplace, long rows) throws IOException {
    Path folder =
        workplace.file(
            "scoring/predictions-" + rows, part -> new PredictionFiles(part, rows).write());
    return new PredictionFiles(folder, rows);
  }

  /** What the ten metrics are made of. */
  Unit unit() {
    return new Unit(
        new StoredModel(
            "model",
            new EngineDescription("none", "1", "cpu", "float32", "none", 1),
            1,
            0,
            "scale 1",
            null),
        split(),
        null,
        false,
        ClassificationTask.NAME,
        SETTINGS,
        "key",
        folder.resolve("outcomes").toString(),
        METRICS,
        null);
  }

  private PreparedSplit split() {
    int perShard = ShardRule.examplesPerShard(1);
    return new PreparedSplit(
        "data",
        "test",
        "fingerprint",
        folder.resolve("data").toString(),
        rows,
        perShard,
        ShardRule.shardsPerFile(rows, perShard),
        TensorType.UINT8,
        Shape.of(1),
        ClassificationTask.NAME,
        SETTINGS.labels(),
        List.of(),
        Collections.nCopies(CLASSES, rows / CLASSES),
        false);
  }

  /**
   * The folder of a table of the examples with their outcomes, which spares a Spark job the join;
   * made now unless it is there.
   */
  Path joined(Workplace workplace) throws IOException {
    return workplace.file(
        "scoring/joined-" + rows,
        joined -> {
          Files.createDirectories(joined);
          forParts(part -> writeJoined(joined, part));
        });
  }

  private void writeJoined(Path joined, int part) throws IOException {
    org.apache.hadoop.fs.Path file =
        new org.apache.hadoop.fs.Path(joined.toString(), "part-" + part + ".parquet");
    try (ParquetBlockWriter both =
        new ParquetBlockWriter(file, new Configuration(), RandomPredictions.JOINED, Map.of())) {
      forBlocks(part, random -> both.append(random.joined()));
      both.publish();
    }
  }

  private void write() throws IOException {
    for (String inner : List.of("outcomes", "data/examples")) {
      Files.createDirectories(folder.resolve(inner));
    }
    forParts(this::write);
  }

  private void write(int part) throws IOException {
    Configuration configuration = new Configuration();
    PreparedSplit split = split();
    try (ParquetBlockWriter examples =
            new ParquetBlockWriter(
                split.examplesFile(part), configuration, split.exampleColumns(), Map.of());
        ParquetBlockWriter outcomes =
            new ParquetBlockWriter(
                new org.apache.hadoop.fs.Path(unit().part(part)),
                configuration,
                new ClassificationTask().outcomeColumns(SETTINGS),
                Map.of())) {
      forBlocks(
          part,
          random -> {
            examples.append(random.examples());
            outcomes.append(random.outcomes());
          });
      examples.publish();
      outcomes.publish();
    }
  }

  /** What is written of one part. */
  private interface PartStep {
    void write(int part) throws IOException;
  }

  private void forParts(PartStep step) throws IOException {
    int parts = split().parts();
    try (Threads threads = new Threads()) {
      threads.run(
          thread -> {
            for (int part = thread; part < parts; part += SparkWork.THREADS) {
              step.write(part);
            }
          });
    }
  }

  /** What is written of one block. */
  private interface BlockStep {
    void write(RandomPredictions block) throws IOException;
  }

  /** The blocks of a part, the same ones each time. */
  private void forBlocks(int part, BlockStep step) throws IOException {
    PreparedSplit split = split();
    long end = split.firstOrdinal(part + 1);
    try (RandomPredictions random = new RandomPredictions(part, SETTINGS)) {
      for (long first = split.firstOrdinal(part); first < end; first += split.examplesPerShard()) {
        random.next(first, (int) Math.min(split.examplesPerShard(), end - first));
        step.write(random);
      }
    }
  }
}
