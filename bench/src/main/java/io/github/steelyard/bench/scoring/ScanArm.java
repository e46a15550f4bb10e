package io.github.steelyard.bench.scoring;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.pipeline.SparkWork;
import io.github.steelyard.bench.pipeline.Threads;
import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Reads the columns that the metrics need, on as many threads, and does nothing with them. */
final class ScanArm implements Arm {
  private final Configuration configuration = new Configuration();
  private final Threads threads = new Threads();
  private final Unit unit;

  ScanArm(PredictionFiles files) {
    this.unit = files.unit();
  }

  @Override
  public Measurement round() throws IOException {
    List<Column> examples =
        PreparedColumns.examples(new ClassificationTask(), List.of()).stream()
            .filter(column -> !column.equals(ExampleColumns.ID))
            .toList();
    List<Column> outcomes =
        new Scorecard(
                Metrics.of(unit.task(), unit.metrics()), MetricSettings.of(unit.split().labels()))
            .outcomeColumns(new ClassificationTask().outcomeColumns(unit.settings()));
    return SparkWork.measure(
        unit.split().examples(),
        () ->
            threads.run(
                thread -> {
                  for (int part = thread; part < unit.split().parts(); part += SparkWork.THREADS) {
                    read(unit.split().examplesFile(part), examples);
                    read(new Path(unit.part(part)), outcomes);
                  }
                }));
  }

  private void read(Path file, List<Column> columns) {
    try (ParquetBlockReader reader = new ParquetBlockReader(file, configuration, columns)) {
      while (reader.rowsLeft() > 0) {
        reader.next(unit.split().examplesPerShard());
      }
    }
  }

  @Override
  public Answers answers() {
    return Answers.NONE;
  }

  @Override
  public void close() {
    threads.close();
  }
}
