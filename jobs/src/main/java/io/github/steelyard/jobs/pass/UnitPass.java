package io.github.steelyard.jobs.pass;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.jobs.spark.PartFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
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

/**
 * Reads parts of units, examples and outcomes side by side, for one step. Runs in the executors;
 * states travel as bytes.
 */
final class UnitPass<U extends StoredOutcomes, S> implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * @param unit its index
   */
  record Work(int unit, int part) implements Serializable {}

  private final ArrayList<U> units;
  private final ArrayList<Work> work;
  private final PartStep<U, S> step;
  private final SerializableConfiguration configuration;
  private final LongAccumulator partsDone;

  UnitPass(
      List<U> units,
      List<Work> work,
      PartStep<U, S> step,
      Configuration configuration,
      LongAccumulator partsDone) {
    this.units = new ArrayList<>(units);
    this.work = new ArrayList<>(work);
    this.step = step;
    this.configuration = new SerializableConfiguration(configuration);
    this.partsDone = partsDone;
  }

  /** The states of all units that the pieces of work touch. */
  Iterator<Tuple2<Integer, byte[]>> run(Iterator<Integer> indexes) {
    Map<Integer, S> states = new TreeMap<>();
    while (indexes.hasNext()) {
      Work item = work.get(indexes.next());
      U unit = units.get(item.unit());
      add(item, unit, states.computeIfAbsent(item.unit(), unused -> step.empty(unit)));
      partsDone.add(1);
    }
    List<Tuple2<Integer, byte[]>> bytes = new ArrayList<>();
    states.forEach((index, state) -> bytes.add(new Tuple2<>(index, bytes(state))));
    return bytes.iterator();
  }

  private void add(Work item, U unit, S into) {
    int shardRows = unit.split().examplesPerShard();
    try (ParquetBlockReader examples =
            reader(unit.split().examplesFile(item.part()), unit.exampleColumns());
        ParquetBlockReader outcomes =
            reader(new Path(PartFiles.path(unit.folder(), item.part())), unit.outcomeColumns())) {
      while (examples.rowsLeft() > 0) {
        RowBlock rows = examples.next(shardRows);
        step.add(unit, item.unit(), rows, outcomes.next(shardRows), into);
      }
    }
  }

  private ParquetBlockReader reader(Path file, List<Column> columns) {
    return new ParquetBlockReader(file, configuration.value(), columns);
  }

  /** Merges the states of one unit. */
  Tuple2<Integer, byte[]> merge(Tuple2<Integer, Iterable<byte[]>> states) {
    S merged = step.empty(units.get(states._1()));
    for (byte[] state : states._2()) {
      step.merge(merged, read(states._1(), state));
    }
    return new Tuple2<>(states._1(), bytes(merged));
  }

  private byte[] bytes(S state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      step.write(state, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  S read(int unit, byte[] state) {
    try {
      return step.read(units.get(unit), new DataInputStream(new ByteArrayInputStream(state)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what was counted of " + units.get(unit), e);
    }
  }
}
