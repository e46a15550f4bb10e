package io.github.steelyard.datasets.prepare;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.csv.CsvFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.task.Task;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;

/** How examples are cut into shards. */
class PreparedShardsIT extends PreparedCsv {
  @Test
  void shardsHoldTheExamplesInTheOrderOfTheBytesOfTheirIds() throws IOException {
    write(folder.resolve("all.csv"), rows(MANY));
    PreparedSplit split = prepare(csv(folder.resolve("all.csv")));

    assertThat(split.examples()).isEqualTo(MANY);
    assertThat(split.examplesPerShard()).isEqualTo(8192);
    assertThat(split.parts()).isEqualTo(3);
    assertThat(split.slices()).containsExactly("age", "site");
    assertThat(split.classCounts()).containsExactly(12_000L, 6_000L, 2_000L);
    byte[] previous = {};
    long ordinal = 0;
    for (Shard shard : shards(split)) {
      assertThat(shard.firstOrdinal()).isEqualTo(ordinal);
      assertThat(shard.rows()).isEqualTo(shard.number() < 2 ? 8192 : MANY - 2 * 8192);
      RowBlock examples = shard.examples();
      for (int row = 0; row < shard.rows(); row++) {
        assertThat(examples.longs("ordinal")[row]).isEqualTo(ordinal++);
        byte[] id = examples.strings("id")[row].getBytes(StandardCharsets.UTF_8);
        assertThat(Arrays.compareUnsigned(previous, id)).isNegative();
        previous = id;
        int number = Integer.parseInt(examples.strings("id")[row].replaceAll("\\D", ""));
        assertThat(examples.ints("label")[row])
            .isEqualTo(number % 10 < 6 ? 0 : number % 10 < 9 ? 1 : 2);
        assertThat(examples.doubles("weight")[row]).isEqualTo(number / 4.0);
        assertThat(examples.strings("slice_site")[row]).isEqualTo(number % 2 == 0 ? "north" : null);
        assertThat(examples.strings("slice_age")[row]).isEqualTo("old");
        assertThat(ByteBuffer.wrap(shard.input(row)).order(ByteOrder.LITTLE_ENDIAN).getFloat())
            .isEqualTo(number);
      }
    }
    assertThat(ordinal).isEqualTo(MANY);
  }

  @Test
  void neitherFilesNorTheirOrderNorPartitionsMatter() throws IOException {
    List<String> rows = rows(MANY);
    write(folder.resolve("all.csv"), rows);
    PreparedSplit whole = prepare(csv(folder.resolve("all.csv")));
    Map<String, String> bytes = files(whole);

    Collections.shuffle(rows, new Random(3));
    Path pieces = Files.createDirectory(folder.resolve("pieces"));
    write(pieces.resolve("z.csv"), rows.subList(0, 5000));
    write(pieces.resolve("b.csv"), rows.subList(5000, 5001));
    write(pieces.resolve("c.csv"), rows.subList(5001, MANY));
    out = Files.createDirectories(folder.resolve("other/data"));
    spark().conf().set("spark.sql.shuffle.partitions", "7");
    PreparedSplit cut;
    try {
      cut = prepare(csv(pieces));
    } finally {
      spark().conf().set("spark.sql.shuffle.partitions", "4");
    }

    assertThat(cut.fingerprint()).isEqualTo(whole.fingerprint());
    assertThat(files(cut)).isEqualTo(bytes);
  }

  /** The digest of each file's bytes. */
  private static Map<String, String> files(PreparedSplit split) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = Path.of(URI.create(split.folder()));
    try (var found = Files.walk(root)) {
      for (Path file : found.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        files.put(
            root.relativize(file).toString(),
            HexFormat.of().formatHex(SourceStream.sha256().digest(Files.readAllBytes(file))));
      }
    }
    assertThat(files).hasSize(2 * split.parts());
    return files;
  }

  @Test
  void aGroupIsTheHashOfTheIdOrOfTheCluster() throws IOException {
    Path file = folder.resolve("some.csv");
    Files.writeString(file, "id,kind,x,who\na,a,1,p\nabc,a,1,p\nb,a,1,q\n");
    SplitSpec split = split("test", "path", file, "id", "id", "label", "kind", "features", "x");
    RowBlock byId = shards(prepare(Splits.dataset("csv", CLASSES, split))).get(0).examples();
    // XXH64 of "a", "abc" and "b" with seed 42, by an implementation of the published algorithm
    // in Python which gives its test vectors.
    assertThat(byId.ints("group")).containsExactly(16, 18, 19);
    SplitSpec clustered =
        split(
            "test",
            "path",
            file,
            "id",
            "id",
            "label",
            "kind",
            "features",
            "x",
            "cluster_by",
            "who");
    int[] groups =
        shards(prepare(Splits.dataset("csv", CLASSES, clustered))).get(0).examples().ints("group");
    assertThat(groups[0]).isEqualTo(groups[1]);
    assertThat(groups[0]).isNotEqualTo(groups[2]);
  }

  @Test
  void severalShardsShareAFileWhereThereAreMany() throws IOException {
    write(folder.resolve("all.csv"), rows(95));
    DatasetSpec dataset = csv(folder.resolve("all.csv"));
    var raw = new CsvFormat().read(spark(), dataset, dataset.splits().get(0));
    Task task = new ClassificationTask();
    Labelling labelling = task.labelling(CLASSES);
    var checked = ExampleChecker.check(raw, labelling);
    SplitFacts facts = SplitFacts.of(checked, "some", labelling);
    var target = new org.apache.hadoop.fs.Path(folder.resolve("target").toUri());
    var written =
        ShuffledShards.of(checked, ShardBoundaries.of(checked, 95, 10), 3)
            .mapPartitions(
                new ShardWriter(
                    target,
                    jsc().broadcast(new SerializableConfiguration(new Configuration())),
                    task,
                    labelling,
                    facts.slices(),
                    facts.type(),
                    false,
                    10,
                    3))
            .collect();
    assertThat(written).hasSize(10);
    assertThat(written.stream().mapToInt(row -> row.getInt(1)).sum()).isEqualTo(95);
    PreparedSplit split =
        new PreparedSplit(
            "some",
            "test",
            "0",
            target.toString(),
            95,
            10,
            3,
            facts.type(),
            facts.shape(),
            task.name(),
            CLASSES,
            facts.slices(),
            facts.classCounts(),
            false);
    assertThat(split.parts()).isEqualTo(4);
    assertThat(split.shards()).isEqualTo(10);
    List<Shard> shards = shards(split);
    assertThat(shards).extracting(Shard::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(shards.get(9).rows()).isEqualTo(5);
    assertThat(shards.get(9).examples().longs("ordinal")[4]).isEqualTo(94);
  }
}
