package io.github.steelyard.jobs.evaluate.score;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.OutcomeComparison;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** Reads a part of two models' outcomes side by side. Runs in the executors. */
final class AgreementTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param pair its index
   */
  record Work(int pair, int part) implements Serializable {}

  private final ArrayList<AgreementStage.Pair> pairs;
  private final ArrayList<Work> work;
  private final SerializableConfiguration configuration;
  private final LongAccumulator partsDone;

  AgreementTask(
      List<AgreementStage.Pair> pairs,
      List<Work> work,
      Configuration configuration,
      LongAccumulator partsDone) {
    this.pairs = new ArrayList<>(pairs);
    this.work = new ArrayList<>(work);
    this.configuration = new SerializableConfiguration(configuration);
    this.partsDone = partsDone;
  }

  /** An {@link AgreementPart} as JSON. */
  String run(int index) {
    Work item = work.get(index);
    try {
      return AgreementPart.of(
              item.pair(), item.part(), compare(pairs.get(item.pair()), item.part()))
          .json();
    } catch (RuntimeException e) {
      // Damaged predictions of one pair leave the others going.
      return AgreementPart.failed(item.pair(), item.part(), e).json();
    } finally {
      partsDone.add(1);
    }
  }

  private Agreement compare(AgreementStage.Pair pair, int part) {
    Agreement agreement = new Agreement();
    OutcomeComparison comparison = Tasks.named(pair.unit().task()).comparison();
    int rows = pair.unit().split().examplesPerShard();
    try (ParquetBlockReader one = outcomes(pair.unit(), part);
        ParquetBlockReader other = outcomes(pair.sameAs(), part)) {
      while (one.rowsLeft() > 0 || other.rowsLeft() > 0) {
        comparison.add(one.next(rows), other.next(rows), agreement);
      }
    }
    return agreement;
  }

  private ParquetBlockReader outcomes(Unit unit, int part) {
    Task task = Tasks.named(unit.task());
    List<Column> columns = task.outcomeColumns(unit.settings());
    return new ParquetBlockReader(new Path(unit.part(part)), configuration.value(), columns);
  }
}
