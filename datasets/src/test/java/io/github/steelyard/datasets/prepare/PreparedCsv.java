package io.github.steelyard.datasets.prepare;

import static io.github.steelyard.datasets.Splits.split;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.data.LabelMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tables of 20,000 rows and fewer, prepared. */
abstract class PreparedCsv extends SparkTest {
  static final LabelMap CLASSES = new LabelMap(List.of("a", "b", "c"));

  static final int MANY = 20_000;

  @TempDir Path folder;

  Path out;

  @BeforeEach
  void makeFolders() throws IOException {
    out = Files.createDirectories(folder.resolve("out/data"));
  }

  DatasetPreparer preparer() {
    return new DatasetPreparer(new org.apache.hadoop.fs.Path(out.toUri()));
  }

  PreparedSplit prepare(DatasetSpec dataset) {
    return preparer().prepare(spark(), dataset, dataset.splits().get(0), 0, false);
  }

  static DatasetSpec csv(Path path) {
    SplitSpec split =
        split(
            "test", "path", path, "id", "id", "label", "kind", "weight", "w", "slices", "site|age");
    return Splits.dataset("csv", CLASSES, split);
  }

  /** Rows whose UTF-8 order is not their UTF-16 order, nor the order of their numbers. */
  static List<String> rows(int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = i % 3 == 0 ? "\uFB01" + i : i % 3 == 1 ? "\uD83D\uDE00" + i : "x" + i;
      String kind = i % 10 < 6 ? "a" : i % 10 < 9 ? "b" : "c";
      rows.add(id + "," + kind + "," + i / 4.0 + "," + (i % 2 == 0 ? "north" : "") + ",old," + i);
    }
    return rows;
  }

  static void write(Path file, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,kind,w,site,age,x"));
    lines.addAll(rows);
    Files.write(file, lines);
  }

  final BufferAllocator allocator = new RootAllocator();

  List<Shard> shards(PreparedSplit split) {
    List<Shard> shards = new ArrayList<>();
    for (int part = 0; part < split.parts(); part++) {
      try (ShardReader reader = new ShardReader(split, part, new Configuration(), allocator)) {
        reader.forEachRemaining(shards::add);
      }
    }
    return shards;
  }
}
