package io.github.steelyard.jobs.evaluate;

import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.Scorecard;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Adds parts to scorecards, one for each unit. Runs in the executors. */
final class ScoreTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * One part of a split.
   *
   * @param units indexes of the units on that split
   */
  record Work(int part, List<Integer> units) implements Serializable {}

  private final ArrayList<Unit> units;
  private final SerializableConfiguration configuration;
  private final ArrayList<Work> work;
  private final LongAccumulator partsDone;
  private final LongAccumulator rowsDone;

  ScoreTask(
      List<Unit> units,
      Configuration configuration,
      List<Work> work,
      LongAccumulator partsDone,
      LongAccumulator rowsDone) {
    this.units = new ArrayList<>(units);
    this.configuration = new SerializableConfiguration(configuration);
    this.work = new ArrayList<>(work);
    this.partsDone = partsDone;
    this.rowsDone = rowsDone;
  }

  /** The states of all units that the pieces of work touch. */
  Iterator<Tuple2<Integer, byte[]>> run(Iterator<Integer> indexes) {
    Map<Integer, Scorecard> scorecards = new TreeMap<>();
    while (indexes.hasNext()) {
      add(work.get(indexes.next()), scorecards);
      partsDone.add(1);
    }
    List<Tuple2<Integer, byte[]>> states = new ArrayList<>();
    scorecards.forEach((index, scorecard) -> states.add(new Tuple2<>(index, bytes(scorecard))));
    return states.iterator();
  }

  private void add(Work item, Map<Integer, Scorecard> scorecards) {
    Unit any = units.get(item.units().get(0));
    int shardRows = any.split().examplesPerShard();
    List<ParquetBlockReader> outcomes = new ArrayList<>();
    try (ParquetBlockReader examples =
        reader(
            any.split().examplesFile(item.part()),
            PreparedColumns.examples(any.split().slices()))) {
      for (int index : item.units()) {
        Unit unit = units.get(index);
        outcomes.add(
            reader(
                new Path(unit.part(item.part())),
                Tasks.named(unit.task()).outcomeColumns(unit.settings())));
      }
      while (examples.rowsLeft() > 0) {
        RowBlock rows = examples.next(shardRows);
        for (int i = 0; i < outcomes.size(); i++) {
          int index = item.units().get(i);
          scorecards
              .computeIfAbsent(index, unused -> empty(units.get(index)))
              .add(rows, outcomes.get(i).next(shardRows));
          rowsDone.add(rows.rows());
        }
      }
    } finally {
      outcomes.forEach(ParquetBlockReader::close);
    }
  }

  private ParquetBlockReader reader(Path file, List<Column> columns) {
    return new ParquetBlockReader(file, configuration.value(), columns);
  }

  private static Scorecard empty(Unit unit) {
    return new Scorecard(ScoreStage.metrics(unit), ScoreStage.settings(unit));
  }

  /** Merges the states of one unit. */
  Tuple2<Integer, byte[]> merge(Tuple2<Integer, Iterable<byte[]>> states) {
    Unit unit = units.get(states._1());
    Scorecard merged = empty(unit);
    for (byte[] state : states._2()) {
      merged.merge(ScoreStage.read(unit, state));
    }
    return new Tuple2<>(states._1(), bytes(merged));
  }

  private static byte[] bytes(Scorecard scorecard) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      scorecard.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
