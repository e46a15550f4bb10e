package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.Compression;
import io.github.steelyard.engine.columnar.ParquetBlockWriter;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files of one partition, shard by shard, and holds one shard at a time. Tells of each
 * its number, its examples and the digest of their contents.
 */
final class ShardWriter implements FlatMapFunction<Iterator<ShardPiece>, Row> {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final Broadcast<SerializableConfiguration> configuration;
  private final List<Column> columns;
  private final List<String> slices;
  private final Labelling labelling;
  private final TensorType type;
  private final boolean texts;
  private final int examplesPerShard;
  private final int shardsPerFile;

  /**
   * @param configuration a task that brought its own copy would take longer to unpack it than a
   *     small shard takes
   */
  ShardWriter(
      Path folder,
      Broadcast<SerializableConfiguration> configuration,
      Task task,
      Labelling labelling,
      List<String> slices,
      TensorType type,
      boolean texts,
      int examplesPerShard,
      int shardsPerFile) {
    this.folder = folder.toString();
    this.configuration = configuration;
    this.columns = PreparedColumns.examples(task, slices);
    this.slices = slices;
    this.labelling = labelling;
    this.type = type;
    this.texts = texts;
    this.examplesPerShard = examplesPerShard;
    this.shardsPerFile = shardsPerFile;
  }

  @Override
  public Iterator<Row> call(Iterator<ShardPiece> pieces) throws IOException {
    Shards shards = new Shards(pieces);
    List<Row> written = new ArrayList<>();
    while (shards.more()) {
      // Where another task has ended the job, its driver deletes the folder that this one would
      // make again.
      if (TaskContext.get().isInterrupted()) {
        throw new TaskKilledException("its job has ended");
      }
      writeFile(shards, written);
    }
    return written.iterator();
  }

  private void writeFile(Shards shards, List<Row> written) throws IOException {
    Configuration hadoop = configuration.value().value();
    int file = shards.number() / shardsPerFile;
    Path parent = new Path(folder);
    try (ParquetBlockWriter examples =
            new ParquetBlockWriter(
                PreparedFolder.examples(parent, file), hadoop, columns, Map.of());
        ParquetBlockWriter inputs =
            new ParquetBlockWriter(
                PreparedFolder.inputs(parent, file),
                hadoop,
                PreparedColumns.inputs(),
                Map.of(),
                type == TensorType.FLOAT32 ? Compression.NONE : Compression.ZSTANDARD);
        ParquetBlockWriter sketches = texts ? sketches(parent, file, hadoop) : null) {
      while (shards.more() && shards.number() / shardsPerFile == file) {
        long shard = shards.number();
        ShardExamples block = ShardExamples.of(shards.take(), slices);
        examples.append(block.exampleRows(columns, labelling, shard * examplesPerShard));
        inputs.append(block.inputRows(shard * examplesPerShard), block::input);
        if (sketches != null) {
          sketches.append(block.textRows(shard * examplesPerShard));
        }
        written.add(RowFactory.create(shard, block.count(), block.digest(texts)));
      }
      examples.publish();
      inputs.publish();
      if (sketches != null) {
        sketches.publish();
      }
    }
  }

  private static ParquetBlockWriter sketches(Path folder, int file, Configuration hadoop)
      throws IOException {
    return new ParquetBlockWriter(
        PreparedFolder.texts(folder, file), hadoop, PreparedColumns.texts(), Map.of());
  }

  /** Pieces with a look at the next one. */
  private static final class Shards {
    private final Iterator<ShardPiece> pieces;
    private @Nullable ShardPiece head;

    Shards(Iterator<ShardPiece> pieces) {
      this.pieces = pieces;
      advance();
    }

    private void advance() {
      head = pieces.hasNext() ? pieces.next() : null;
    }

    boolean more() {
      return head != null;
    }

    int number() {
      return head == null ? -1 : head.shard();
    }

    /** All pieces of the shard that is next. */
    List<ShardPiece> take() {
      List<ShardPiece> taken = new ArrayList<>();
      int shard = number();
      while (head != null && head.shard() == shard) {
        taken.add(head);
        advance();
      }
      return taken;
    }
  }
}
