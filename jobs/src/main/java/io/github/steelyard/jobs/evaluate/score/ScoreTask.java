package io.github.steelyard.jobs.evaluate.score;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.datasets.slice.SplitSlices;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.Tasks;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
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
  private final DefinedSlices slices;
  private final SerializableConfiguration configuration;
  private final ArrayList<Work> work;
  private final LongAccumulator partsDone;
  private final LongAccumulator rowsDone;
  private transient @Nullable Map<String, Task> tasks;

  ScoreTask(
      List<Unit> units,
      DefinedSlices slices,
      Configuration configuration,
      List<Work> work,
      LongAccumulator partsDone,
      LongAccumulator rowsDone) {
    this.units = new ArrayList<>(units);
    this.slices = slices;
    this.configuration = new SerializableConfiguration(configuration);
    this.work = new ArrayList<>(work);
    this.partsDone = partsDone;
    this.rowsDone = rowsDone;
  }

  /** The states of all units that the pieces of work touch. */
  Iterator<Tuple2<Integer, byte[]>> run(Iterator<Integer> indexes) {
    Map<Integer, UnitScore> scores = new TreeMap<>();
    while (indexes.hasNext()) {
      Work item = work.get(indexes.next());
      for (int index : item.units()) {
        scores.computeIfAbsent(index, unused -> UnitScore.empty(units.get(index)));
      }
      add(item, scores);
      partsDone.add(1);
    }
    List<Tuple2<Integer, byte[]>> states = new ArrayList<>();
    scores.forEach((index, score) -> states.add(new Tuple2<>(index, score.bytes())));
    return states.iterator();
  }

  private void add(Work item, Map<Integer, UnitScore> scores) {
    Unit any = units.get(item.units().get(0));
    int shardRows = any.split().examplesPerShard();
    Map<Integer, ParquetBlockReader> outcomes = new LinkedHashMap<>();
    try (ParquetBlockReader examples =
        reader(any.split().examplesFile(item.part()), exampleColumns(any.split()))) {
      for (int index : item.units()) {
        UnitScore score = score(scores, index);
        score.guard(() -> outcomes.put(index, outcomes(index, item.part(), score.card())));
      }
      SplitSlices.Reading sliced = slices.of(any.split()).open();
      while (examples.rowsLeft() > 0) {
        RowBlock rows = sliced.with(examples.next(shardRows));
        outcomes.forEach(
            (index, reader) -> {
              UnitScore score = score(scores, index);
              score.guard(() -> score.card().add(rows, reader.next(shardRows)));
              rowsDone.add(rows.rows());
            });
      }
    } catch (DataException e) {
      // The examples themselves: nobody on this split can be scored.
      item.units().forEach(index -> score(scores, index).fail(e));
    } finally {
      outcomes.values().forEach(ParquetBlockReader::close);
    }
  }

  private static UnitScore score(Map<Integer, UnitScore> scores, int index) {
    return Objects.requireNonNull(scores.get(index));
  }

  /** No metric looks at ids, which are most of a file of examples; a defined slice may. */
  private List<Column> exampleColumns(PreparedSplit split) {
    boolean ids = slices.of(split).reads(ExampleColumns.ID.name());
    return split.exampleColumns().stream()
        .filter(column -> ids || !column.equals(ExampleColumns.ID))
        .toList();
  }

  private ParquetBlockReader outcomes(int index, int part, Scorecard card) {
    Unit unit = units.get(index);
    return reader(
        new Path(unit.part(part)), card.outcomeColumns(task(unit).outcomeColumns(unit.settings())));
  }

  /** Looked up once: a look at all jars for each part takes as long as to score it. */
  private Task task(Unit unit) {
    if (tasks == null) {
      tasks = new HashMap<>();
    }
    return tasks.computeIfAbsent(unit.task(), Tasks::named);
  }

  private ParquetBlockReader reader(Path file, List<Column> columns) {
    return new ParquetBlockReader(file, configuration.value(), columns);
  }

  /** Merges the states of one unit. */
  Tuple2<Integer, byte[]> merge(Tuple2<Integer, Iterable<byte[]>> states) {
    Unit unit = units.get(states._1());
    UnitScore merged = UnitScore.empty(unit);
    for (byte[] state : states._2()) {
      merged.merge(UnitScore.read(unit, state));
    }
    return new Tuple2<>(states._1(), merged.bytes());
  }
}
