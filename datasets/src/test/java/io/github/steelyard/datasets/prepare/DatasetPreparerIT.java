package io.github.steelyard.datasets.prepare;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.batch.InMemoryTrainingSet;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.csv.CsvFormat;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.source.SourceStream;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.label.Labelling;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.ClassificationTask;
import io.github.steelyard.engine.task.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetPreparerIT extends SparkTest {
  private static final LabelMap CLASSES = new LabelMap(List.of("a", "b", "c"));
  private static final int MANY = 20_000;

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void makeFolders() throws IOException {
    out = Files.createDirectories(folder.resolve("out/data"));
  }

  private DatasetPreparer preparer() {
    return new DatasetPreparer(new org.apache.hadoop.fs.Path(out.toUri()));
  }

  private PreparedSplit prepare(DatasetSpec dataset) {
    return preparer().prepare(spark(), dataset, dataset.splits().get(0), 0, false);
  }

  private PreparedSplit verified(DatasetSpec dataset) {
    return preparer().prepare(spark(), dataset, dataset.splits().get(0), 0, true);
  }

  private static DatasetSpec csv(Path path) {
    SplitSpec split =
        split(
            "test", "path", path, "id", "id", "label", "kind", "weight", "w", "slices", "site|age");
    return Splits.dataset("csv", CLASSES, split);
  }

  /** Rows whose UTF-8 order is not their UTF-16 order, nor the order of their numbers. */
  private static List<String> rows(int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = i % 3 == 0 ? "\uFB01" + i : i % 3 == 1 ? "\uD83D\uDE00" + i : "x" + i;
      String kind = i % 10 < 6 ? "a" : i % 10 < 9 ? "b" : "c";
      rows.add(id + "," + kind + "," + i / 4.0 + "," + (i % 2 == 0 ? "north" : "") + ",old," + i);
    }
    return rows;
  }

  private static void write(Path file, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,kind,w,site,age,x"));
    lines.addAll(rows);
    Files.write(file, lines);
  }

  private final BufferAllocator allocator = new RootAllocator();

  private List<Shard> shards(PreparedSplit split) {
    List<Shard> shards = new ArrayList<>();
    for (int part = 0; part < split.parts(); part++) {
      try (ShardReader reader = new ShardReader(split, part, new Configuration(), allocator)) {
        reader.forEachRemaining(shards::add);
      }
    }
    return shards;
  }

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
  void everyPartOfTheContentsIsInTheFingerprint() throws IOException {
    String row = "i,a,1,s,t,5";
    String other = "j,b,1,s,t,6";
    List<String> prints = new ArrayList<>();
    for (String changed :
        List.of(row, "k,a,1,s,t,5", "i,b,1,s,t,5", "i,a,2,s,t,5", "i,a,1,,t,5", "i,a,1,s,t,5.5")) {
      write(folder.resolve("some.csv"), List.of(changed, other));
      prints.add(
          preparer()
              .prepare(
                  spark(),
                  csv(folder.resolve("some.csv")),
                  csv(folder.resolve("some.csv")).splits().get(0),
                  0,
                  true)
              .fingerprint());
    }
    write(folder.resolve("some.csv"), List.of(other, row));
    DatasetSpec same = csv(folder.resolve("some.csv"));
    SplitSpec renamed = new SplitSpec("train", same.splits().get(0).options());
    DatasetSpec relabelled =
        Splits.dataset("csv", new LabelMap(List.of("a", "b", "d")), same.splits().get(0));
    prints.add(preparer().prepare(spark(), same, renamed, 0, true).fingerprint());
    prints.add(
        preparer().prepare(spark(), relabelled, same.splits().get(0), 0, true).fingerprint());
    assertThat(prints).doesNotHaveDuplicates();
    assertThat(verified(same).fingerprint()).isEqualTo(prints.get(0));
  }

  /** Spark numbers its jobs one after the other, so this is how many there have been. */
  private int jobs() {
    var counted = jsc().parallelize(List.of(1)).countAsync();
    try {
      counted.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return counted.jobIds().get(0);
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() throws IOException {
    Path file = folder.resolve("some.csv");
    write(file, rows(50));
    PreparedSplit first = prepare(csv(file));
    int before = jobs();
    assertThat(prepare(csv(file))).isEqualTo(first);
    assertThat(jobs() - before).isEqualTo(1);

    assertThat(verified(csv(file))).isEqualTo(first);
    assertThat(jobs() - before).isGreaterThan(2);

    write(file, rows(51));
    assertThat(prepare(csv(file)).examples()).isEqualTo(51);
  }

  @Test
  void whatWasDeletedOrDamagedIsPreparedAnewOrNamed() throws IOException {
    Path file = folder.resolve("some.csv");
    write(file, rows(50));
    PreparedSplit first = prepare(csv(file));
    Path root = Path.of(URI.create(first.folder()));
    Files.delete(root.resolve("inputs/part-00000.parquet"));
    assertThat(prepare(csv(file))).isEqualTo(first);
    assertThat(shards(first)).hasSize(1);

    Path description = root.resolve("prepared.json");
    Files.deleteIfExists(root.resolve(".prepared.json.crc"));
    Files.writeString(description, "{\"examples\": 50");
    assertThatThrownBy(() -> prepare(csv(file)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            description
                + ": is damaged, expected what an earlier run wrote; delete its folder to prepare"
                + " it anew");
  }

  @Test
  void nothingIsLeftOfAPreparationThatFails() throws IOException {
    Path file = folder.resolve("some.csv");
    write(file, List.of("i,a,1,s,t,1", "i,a,1,s,t,2"));
    assertThatThrownBy(() -> prepare(csv(file)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            file + ", row 2: id 'i' is used already in " + file + ", row 1, expected unique ids");
    try (var left = Files.list(out)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void duplicatesInManyFilesAreFound() throws IOException {
    Path pieces = Files.createDirectory(folder.resolve("pieces"));
    List<String> rows = rows(MANY);
    write(pieces.resolve("a.csv"), rows);
    write(pieces.resolve("b.csv"), List.of("x17000,a,1,s,t,5"));
    assertThatThrownBy(() -> prepare(csv(pieces)))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            pieces.resolve("b.csv")
                + ", row 1: id 'x17000' is used already in "
                + pieces.resolve("a.csv")
                + ", row 17001, expected unique ids");
  }

  @Test
  void aSampleKeepsTheSharesOfTheClassesAndIsAlwaysTheSame() throws IOException {
    List<String> rows = rows(3000);
    write(folder.resolve("all.csv"), rows);
    DatasetSpec all = csv(folder.resolve("all.csv"));
    PreparedSplit sample = preparer().prepare(spark(), all, all.splits().get(0), 100, false);
    assertThat(sample.classCounts()).containsExactly(60L, 30L, 10L);

    Collections.shuffle(rows, new Random(4));
    write(folder.resolve("shuffled.csv"), rows);
    DatasetSpec shuffled = csv(folder.resolve("shuffled.csv"));
    assertThat(preparer().prepare(spark(), shuffled, shuffled.splits().get(0), 100, false))
        .isEqualTo(sample);
    assertThat(preparer().prepare(spark(), all, all.splits().get(0), 3000, false))
        .isEqualTo(preparer().prepare(spark(), all, all.splits().get(0), 0, false));
    assertThat(sample.examples()).isEqualTo(100);
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
  void classesThatNobodyDeclaresAreAskedFor() throws IOException {
    write(folder.resolve("some.csv"), rows(3));
    DatasetSpec declared = csv(folder.resolve("some.csv"));
    DatasetSpec none = Splits.dataset("csv", null, declared.splits().get(0));
    assertThatThrownBy(() -> prepare(none))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Data set 'some': expected a label map, since files of format 'csv' do not tell the"
                + " classes");
    DatasetSpec odd = Splits.dataset("cvs", CLASSES, declared.splits().get(0));
    assertThatThrownBy(() -> prepare(odd))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Unknown format: 'cvs'. Known: csv, idx, images, jsonl, parquet, synthetic, table");
  }

  @Test
  void aTrainingSetIsARandomSampleThatGrowsByAdding() {
    SplitSpec split = split("train", "examples", "60", "seed", "5", "size", "8");
    PreparedSplit prepared = prepare(Splits.dataset("synthetic", null, split));
    List<String> all = contents(trainingSet(prepared, 0));
    assertThat(all).isEqualTo(contents(trainingSet(prepared, 60)));
    Shard shard = shards(prepared).get(0);
    for (int row = 0; row < 60; row++) {
      assertThat(all.get(row))
          .isEqualTo(content(shard.input(row), shard.examples().ints("label")[row]));
    }
    List<String> ten = contents(trainingSet(prepared, 10));
    assertThat(ten).hasSize(10).isSubsetOf(all).isNotEqualTo(all.subList(0, 10));
    assertThat(contents(trainingSet(prepared, 30))).hasSize(30).containsAll(ten);
    assertThatThrownBy(() -> trainingSet(prepared, 61))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Data set 'some', split 'train': expected 0 (all) to 60 training examples. Found: 61");
  }

  private static InMemoryTrainingSet trainingSet(PreparedSplit prepared, long examples) {
    return InMemoryTrainingSet.load(prepared, Preprocessing.none(), examples, new Configuration());
  }

  private static List<String> contents(InMemoryTrainingSet set) {
    List<String> contents = new ArrayList<>();
    for (int index = 0; index < set.size(); index++) {
      FloatBuffer target = FloatBuffer.allocate((int) set.exampleShape().elements());
      set.put(index, target);
      byte[] pixels = new byte[target.capacity()];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) target.get(i);
      }
      FloatBuffer ones = FloatBuffer.allocate(set.outputs());
      set.putTarget(index, ones);
      int label = 0;
      while (ones.get(label) == 0) {
        label++;
      }
      contents.add(content(pixels, label));
    }
    return contents;
  }

  private static String content(byte[] pixels, int label) {
    return label + ":" + HexFormat.of().formatHex(pixels);
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
