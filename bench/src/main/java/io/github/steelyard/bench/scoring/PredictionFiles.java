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
import io.github.steelyard.engine.task.ClassificationTask;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.TaskSettings;
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
 * task's own reduction makes of random logits, the files what the project's writer writes. Beside
 * them lie the same columns of both in one table, which spares a Spark job the join.
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
        Collections.nCopies(CLASSES, rows / CLASSES));
  }

  /** The table of examples with their outcomes. */
  String joined() {
    return folder.resolve("joined").toString();
  }

  private void write() throws IOException {
    for (String inner : List.of("outcomes", "data/examples", "joined")) {
      Files.createDirectories(folder.resolve(inner));
    }
    int parts = split().parts();
    try (Threads threads = new Threads()) {
      threads.run(
          thread -> {
            for (int part = thread; part < parts; part += SparkWork.THREADS) {
              write(part);
            }
          });
    }
  }

  private void write(int part) throws IOException {
    Configuration configuration = new Configuration();
    PreparedSplit split = split();
    long end = split.firstOrdinal(part + 1);
    org.apache.hadoop.fs.Path joined =
        new org.apache.hadoop.fs.Path(joined(), "part-" + part + ".parquet");
    try (RandomPredictions random = new RandomPredictions(part, SETTINGS);
        ParquetBlockWriter examples =
            new ParquetBlockWriter(
                split.examplesFile(part), configuration, split.exampleColumns(), Map.of());
        ParquetBlockWriter outcomes =
            new ParquetBlockWriter(
                new org.apache.hadoop.fs.Path(unit().part(part)),
                configuration,
                new ClassificationTask().outcomeColumns(SETTINGS),
                Map.of());
        ParquetBlockWriter both =
            new ParquetBlockWriter(joined, configuration, RandomPredictions.JOINED, Map.of())) {
      for (long first = split.firstOrdinal(part); first < end; first += split.examplesPerShard()) {
        random.next(first, (int) Math.min(split.examplesPerShard(), end - first));
        examples.append(random.examples());
        outcomes.append(random.outcomes());
        both.append(random.joined());
      }
      examples.publish();
      outcomes.publish();
      both.publish();
    }
  }
}
