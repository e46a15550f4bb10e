package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.Compression;
import io.github.steelyard.engine.columnar.ParquetBlockWriter;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/** Writes the files of one partition, whose rows stand in canonical order, shard by shard. */
final class ShardWriter implements MapPartitionsFunction<Row, Row> {
  /** What is told of each shard: its number, its examples and the digest of their contents. */
  static final StructType WRITTEN =
      new StructType()
          .add("shard", DataTypes.LongType, false)
          .add("examples", DataTypes.IntegerType, false)
          .add("digest", DataTypes.BinaryType, false);

  private final String folder;
  private final SerializableConfiguration configuration;
  private final List<Column> columns;
  private final List<String> slices;
  private final Labelling labelling;
  private final TensorType type;
  private final int examplesPerShard;
  private final int shardsPerFile;

  ShardWriter(
      Path folder,
      Configuration configuration,
      Task task,
      Labelling labelling,
      List<String> slices,
      TensorType type,
      int examplesPerShard,
      int shardsPerFile) {
    this.folder = folder.toString();
    this.configuration = new SerializableConfiguration(configuration);
    this.columns = PreparedColumns.examples(task, slices);
    this.slices = slices;
    this.labelling = labelling;
    this.type = type;
    this.examplesPerShard = examplesPerShard;
    this.shardsPerFile = shardsPerFile;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) throws IOException {
    CanonicalRows ordered = new CanonicalRows(rows);
    List<Row> written = new ArrayList<>();
    while (ordered.head() != null) {
      writeFile(ordered, written);
    }
    return written.iterator();
  }

  private void writeFile(CanonicalRows rows, List<Row> written) throws IOException {
    int file = rows.file();
    Path parent = new Path(folder);
    try (ParquetBlockWriter examples =
            new ParquetBlockWriter(
                PreparedFolder.examples(parent, file), configuration.value(), columns, Map.of());
        ParquetBlockWriter inputs =
            new ParquetBlockWriter(
                PreparedFolder.inputs(parent, file),
                configuration.value(),
                PreparedColumns.inputs(),
                Map.of(),
                type == TensorType.FLOAT32 ? Compression.NONE : Compression.ZSTANDARD)) {
      long shard = (long) file * shardsPerFile;
      while (rows.head() != null && rows.file() == file) {
        List<Row> block = rows.take(examplesPerShard, file);
        examples.append(exampleBlock(block, shard * examplesPerShard));
        inputs.append(inputBlock(block, shard * examplesPerShard));
        written.add(RowFactory.create(shard, block.size(), digest(block)));
        shard++;
      }
      examples.publish();
      inputs.publish();
    }
  }

  private RowBlock exampleBlock(List<Row> rows, long firstOrdinal) {
    RowBlock block = new RowBlock(columns, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      block.longs(ExampleColumns.ORDINAL.name())[i] = firstOrdinal + i;
      block.strings(ExampleColumns.ID.name())[i] = row.getString(CheckedExamples.KEY_FIELD);
      block.ints(ExampleColumns.GROUP.name())[i] = row.getInt(CheckedExamples.GROUP_FIELD);
      block.doubles(ExampleColumns.WEIGHT.name())[i] = row.getDouble(CheckedExamples.WEIGHT_FIELD);
      labelling.put(row.<byte[]>getAs(CheckedExamples.LABEL_FIELD), block, i);
      if (!slices.isEmpty()) {
        Map<String, @Nullable String> values = row.getJavaMap(CheckedExamples.SLICES_FIELD);
        for (int slice = 0; slice < slices.size(); slice++) {
          String name = slices.get(slice);
          String value = values.get(name);
          if (value != null) {
            block.strings(ExampleColumns.slice(slice, name).name())[i] = value;
          }
        }
      }
    }
    return block;
  }

  private static RowBlock inputBlock(List<Row> rows, long firstOrdinal) {
    RowBlock block = new RowBlock(PreparedColumns.inputs(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      block.longs(ExampleColumns.ORDINAL.name())[i] = firstOrdinal + i;
      block.binaries(PreparedColumns.INPUT.name())[i] =
          rows.get(i).getAs(CheckedExamples.INPUT_FIELD);
    }
    return block;
  }

  private byte[] digest(List<Row> rows) {
    CanonicalDigest digest = new CanonicalDigest();
    for (Row row : rows) {
      digest
          .add(row.getString(CheckedExamples.KEY_FIELD))
          .addWhole(row.<byte[]>getAs(CheckedExamples.LABEL_FIELD))
          .add(row.getDouble(CheckedExamples.WEIGHT_FIELD))
          .add(row.getString(CheckedExamples.CLUSTER_FIELD));
      if (!slices.isEmpty()) {
        Map<String, @Nullable String> values = row.getJavaMap(CheckedExamples.SLICES_FIELD);
        slices.forEach(name -> digest.add(values.get(name)));
      }
      digest.add(row.<byte[]>getAs(CheckedExamples.INPUT_FIELD));
    }
    return digest.finish();
  }

  /** Rows with a look at the next one; two neighbours of one key are refused. */
  private static final class CanonicalRows {
    private static final int FILE_FIELD = CheckedExamples.SCHEMA.size();

    private final Iterator<Row> rows;
    private @Nullable Row head;

    CanonicalRows(Iterator<Row> rows) {
      this.rows = rows;
      this.head = rows.hasNext() ? rows.next() : null;
    }

    @Nullable Row head() {
      return head;
    }

    int file() {
      return head == null ? -1 : head.getInt(FILE_FIELD);
    }

    List<Row> take(int most, int file) {
      List<Row> taken = new ArrayList<>();
      while (head != null && taken.size() < most && file() == file) {
        taken.add(head);
        Row next = rows.hasNext() ? rows.next() : null;
        if (next != null) {
          refuseSameKey(head, next);
        }
        head = next;
      }
      return taken;
    }

    private static void refuseSameKey(Row one, Row other) {
      String key = one.getString(CheckedExamples.KEY_FIELD);
      if (key.equals(other.getString(CheckedExamples.KEY_FIELD))) {
        String first = one.getString(CheckedExamples.PLACE_FIELD);
        String second = other.getString(CheckedExamples.PLACE_FIELD);
        boolean ascending = first.compareTo(second) <= 0;
        throw new DataException(
            ascending ? second : first,
            "id '"
                + key
                + "' is used already in "
                + (ascending ? first : second)
                + ", expected unique ids");
      }
    }
  }
}
