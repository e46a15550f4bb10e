package io.github.steelyard.jobs.compare;

import io.github.steelyard.datasets.slice.SplitSlices;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.jobs.spark.PartFiles;
import java.io.Serializable;
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

/** Reads the outcomes of all models of a place side by side. Runs in the executors. */
final class JointTask implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * One part of a place.
   *
   * @param place its index
   */
  record Work(int place, int part) implements Serializable {}

  private final ArrayList<ComparedPlace> places;
  private final ArrayList<Work> work;
  private final SerializableConfiguration configuration;
  private final LongAccumulator partsDone;

  JointTask(
      List<ComparedPlace> places,
      List<Work> work,
      Configuration configuration,
      LongAccumulator partsDone) {
    this.places = new ArrayList<>(places);
    this.work = new ArrayList<>(work);
    this.configuration = new SerializableConfiguration(configuration);
    this.partsDone = partsDone;
  }

  /** What the parts of each place leave, by the place's index. */
  Iterator<Tuple2<Integer, byte[]>> run(Iterator<Integer> indexes) {
    Map<Integer, JointScore> scores = new TreeMap<>();
    while (indexes.hasNext()) {
      Work item = work.get(indexes.next());
      ComparedPlace place = places.get(item.place());
      JointScore score = scores.computeIfAbsent(item.place(), unused -> new JointScore(place));
      try {
        add(place, item.part(), score);
      } catch (RuntimeException e) {
        score.fail(e);
      }
      partsDone.add(1);
    }
    List<Tuple2<Integer, byte[]>> states = new ArrayList<>();
    scores.forEach((place, score) -> states.add(new Tuple2<>(place, score.bytes())));
    return states.iterator();
  }

  private void add(ComparedPlace place, int part, JointScore into) {
    ComparedUnit any = place.units().get(0);
    List<Column> columns = place.exclusions() ? any.outcomeColumns() : JointCounts.columns(place);
    int shardRows = any.split().examplesPerShard();
    List<ParquetBlockReader> outcomes = new ArrayList<>();
    try (ParquetBlockReader examples =
        reader(any.split().examplesFile(part), any.exampleColumns())) {
      for (ComparedUnit unit : place.units()) {
        outcomes.add(reader(new Path(PartFiles.path(unit.folder(), part)), columns));
      }
      SplitSlices.Reading sliced = any.slices().open();
      while (examples.rowsLeft() > 0) {
        RowBlock rows = sliced.with(examples.next(shardRows));
        into.add(rows, outcomes.stream().map(reader -> reader.next(shardRows)).toList());
      }
    } finally {
      outcomes.forEach(ParquetBlockReader::close);
    }
  }

  private ParquetBlockReader reader(Path file, List<Column> columns) {
    return new ParquetBlockReader(file, configuration.value(), columns);
  }

  /** Merges what the parts of one place left. */
  Tuple2<Integer, byte[]> merge(Tuple2<Integer, Iterable<byte[]>> states) {
    ComparedPlace place = places.get(states._1());
    JointScore merged = new JointScore(place);
    for (byte[] state : states._2()) {
      merged.merge(JointScore.read(place, state));
    }
    return new Tuple2<>(states._1(), merged.bytes());
  }
}
