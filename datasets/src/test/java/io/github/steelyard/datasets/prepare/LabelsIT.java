package io.github.steelyard.datasets.prepare;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.batch.InMemoryTrainingSet;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.Options;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.problem.BadInputException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of all tasks, from what a user has to the prepared columns. */
class LabelsIT extends SparkTest {
  private static final LabelMap COLOURS = new LabelMap(List.of("red", "green", "blue"));

  @TempDir Path folder;

  private PreparedSplit prepare(
      String task,
      LabelMap labels,
      LabelValues values,
      long limit,
      String format,
      SplitSpec split) {
    DatasetSpec dataset = new DatasetSpec("some", format, task, labels, values, List.of(split));
    return new DatasetPreparer(new org.apache.hadoop.fs.Path(folder.resolve("data").toUri()))
        .prepare(spark(), dataset, split, limit, false);
  }

  private PreparedSplit labelled(String format, SplitSpec split) {
    return prepare("multilabel", COLOURS, LabelValues.NAME, 0, format, split);
  }

  private PreparedSplit numbered(String format, SplitSpec split) {
    return prepare("regression", null, LabelValues.NAME, 0, format, split);
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private static RowBlock rows(PreparedSplit split) {
    try (BufferAllocator allocator = new RootAllocator();
        ShardReader reader = new ShardReader(split, 0, new Configuration(), allocator);
        Shard shard = reader.next()) {
      return shard.examples();
    }
  }

  /** The same three examples, however their labels are written. */
  private void isTheSample(PreparedSplit split) {
    assertThat(split.examples()).isEqualTo(3);
    assertThat(split.task()).isEqualTo("multilabel");
    assertThat(split.labels()).isEqualTo(COLOURS);
    assertThat(split.classCounts()).containsExactly(1L, 0L, 2L);
    assertThat(rows(split).intLists("labels"))
        .isEqualTo(new int[][] {new int[] {0, 2}, new int[] {}, new int[] {2}});
  }

  @Test
  void severalLabelsAreColumnsOrAListOrATextWithSeparators() throws IOException {
    Path columns =
        write("columns.csv", "id,x,blue,red,green", "a,1,1,1,0", "b,2,0,0,0.0", "c,3,true,0,false");
    Path text = write("text.csv", "id,x,colours", "a,1,blue|red", "b,2,", "c,3,blue");
    Path lists =
        write(
            "lists.jsonl",
            "{\"id\":\"a\",\"x\":1,\"colours\":[\"red\",\"blue\"]}",
            "{\"id\":\"b\",\"x\":2,\"colours\":[]}",
            "{\"id\":\"c\",\"x\":3,\"colours\":\"blue\"}");
    Path arrays = folder.resolve("arrays.parquet");
    spark()
        .sql(
            "select * from values ('a', 1f, array('blue', 'red')), ('b', 2f, array()),"
                + " ('c', 3f, array('blue')) as t(id, x, colours)")
        .coalesce(1)
        .write()
        .parquet(arrays.toString());

    PreparedSplit first =
        labelled("csv", split("test", "path", columns, "id", "id", "label", "red|green|blue"));
    isTheSample(first);
    SplitSpec separated =
        new SplitSpec(
            "test",
            split("test", "path", text, "id", "id", "label", "colours")
                .options()
                .with(new Options(Map.of("label_separator", List.of("|")))));
    assertThat(labelled("csv", separated)).isEqualTo(first);
    SplitSpec listed = split("test", "path", lists, "id", "id", "label", "colours");
    assertThat(labelled("jsonl", listed)).isEqualTo(first);
    SplitSpec array = split("test", "path", arrays, "id", "id", "label", "colours");
    assertThat(labelled("parquet", array)).isEqualTo(first);
  }

  @Test
  void labelsMayBeIndices() throws IOException {
    Path lists = write("indices.jsonl", "{\"x\":1,\"colours\":[2,0]}", "{\"x\":2,\"colours\":[]}");
    PreparedSplit split =
        prepare(
            "multilabel",
            COLOURS,
            LabelValues.INDEX,
            0,
            "jsonl",
            split("test", "path", lists, "label", "colours"));
    assertThat(rows(split).intLists("labels"))
        .isEqualTo(new int[][] {new int[] {0, 2}, new int[] {}});
  }

  @Test
  void aLabelThatIsANumberIsKeptAsItIs() throws IOException {
    Path csv = write("numbers.csv", "id,x,y", "a,1,-0.1", "b,2,1e3", "c,3,151");
    PreparedSplit split = numbered("csv", split("train", "path", csv, "id", "id", "label", "y"));
    assertThat(split.task()).isEqualTo("regression");
    assertThat(split.labels()).isEqualTo(LabelMap.NONE);
    assertThat(split.classCounts()).isEmpty();
    assertThat(rows(split).doubles("target")).containsExactly(-0.1, 1000, 151);

    InMemoryTrainingSet set =
        InMemoryTrainingSet.load(split, Preprocessing.none(), 0, new Configuration());
    FloatBuffer target = FloatBuffer.allocate(1);
    set.putTarget(0, target);
    assertThat(set.task()).isEqualTo("regression");
    assertThat(set.outputs()).isEqualTo(1);
    assertThat(target.get(0)).isEqualTo(-0.1f);

    Path arrays = folder.resolve("numbers.parquet");
    spark()
        .sql(
            "select * from values ('a', 1f, -0.1d), ('b', 2f, 1000d), ('c', 3f, 151d)"
                + " as t(id, x, y)")
        .coalesce(1)
        .write()
        .parquet(arrays.toString());
    assertThat(numbered("parquet", split("train", "path", arrays, "id", "id", "label", "y")))
        .isEqualTo(split);
  }

  @Test
  void aSampleWithoutClassesIsAsLargeAsAskedAndAlwaysTheSame() throws IOException {
    List<String> rows =
        IntStream.range(0, 500).mapToObj(i -> "e" + i + "," + i + "," + i % 7).toList();
    PreparedSplit sample = sampled("all.csv", rows, 60);
    assertThat(sample.examples()).isEqualTo(60);
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(3));
    assertThat(sampled("shuffled.csv", shuffled, 60)).isEqualTo(sample);
    assertThat(rows(sampled("all.csv", rows, 90)).strings("id"))
        .contains(rows(sample).strings("id"));
  }

  private PreparedSplit sampled(String name, List<String> rows, long limit) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,x,y"));
    lines.addAll(rows);
    Path csv = Files.write(folder.resolve(name), lines);
    SplitSpec split = split("test", "path", csv, "id", "id", "label", "y");
    return prepare("regression", null, LabelValues.NAME, limit, "csv", split);
  }

  private void refused(Runnable preparing, String sentence) {
    assertThatThrownBy(preparing::run).isInstanceOf(BadInputException.class).hasMessage(sentence);
  }

  @Test
  void aNumberThatIsNoneSaysWhereItStands() throws IOException {
    Path csv = write("bad.csv", "x,y", "1,2", "2,NaN");
    refused(
        () -> numbered("csv", split("test", "path", csv, "label", "y")),
        csv + ", row 2: expected a finite number as the label. Found: 'NaN'");
    Path empty = write("empty.csv", "x,y", "1,");
    refused(
        () -> numbered("csv", split("test", "path", empty, "label", "y")),
        empty + ", row 1, column 'y': expected a value. Found: none");
    Path flags = write("flags.csv", "x,red,blue", "1,1,1");
    refused(
        () -> numbered("csv", split("test", "path", flags, "label", "red|blue")),
        flags + ", row 1: expected one number as the label. Found: red, blue");
  }

  @Test
  void labelsThatAreNoneSayWhereTheyStand() throws IOException {
    Path lists =
        write(
            "bad.jsonl",
            "{\"x\":1,\"colours\":[\"red\"],\"twice\":[\"red\",\"red\"],\"none\":null,\"gap\":[\"red\",null]}");
    String row = lists + ", row 1";
    refused(
        () -> labelled("jsonl", split("test", "path", lists, "label", "twice", "features", "x")),
        row + ": expected each label once. Found: red, red");
    refused(
        () -> labelled("jsonl", split("test", "path", lists, "label", "none", "features", "x")),
        row + ", column 'none': expected a value. Found: none");
    refused(
        () -> labelled("jsonl", split("test", "path", lists, "label", "gap", "features", "x")),
        row + ", column 'gap': expected labels of one character and more, none of them U+001F");
    refused(
        () ->
            prepare(
                "multilabel",
                new LabelMap(List.of("green", "blue")),
                LabelValues.NAME,
                0,
                "jsonl",
                split("test", "path", lists, "label", "colours", "features", "x")),
        row + ": label 'red' is none of the 2 labels green, blue");
    refused(
        () ->
            prepare(
                "classification",
                COLOURS,
                LabelValues.NAME,
                0,
                "jsonl",
                split("test", "path", lists, "label", "twice", "features", "x")),
        row + ": expected one class. Found: 2, red, red");
  }

  @Test
  void columnsThatAreNoLabelsAreRefused() throws IOException {
    Path csv = write("flags.csv", "x,red,blue", "1,0,2", "2,0,");
    refused(
        () -> labelled("csv", split("test", "path", csv, "label", "red|blue")),
        csv + ", row 1, column 'blue': expected 0 or 1. Found: '2'");
    refused(
        () -> labelled("csv", split("test", "path", csv, "label", "red|red")),
        "label: expected each column once. Found: [red, red]");
    refused(
        () ->
            labelled(
                "csv", split("test", "path", csv, "label", "red|blue", "label_separator", ";")),
        "label_separator: expected no separator where the labels are columns. Found: ';'");
  }

  /** As of before there were tasks; {@code scripts/oracles/classification_fingerprint.py}. */
  @Test
  void aClassificationsFingerprintIsWhatItAlwaysWas() throws IOException {
    Path csv = write("golden.csv", "id,x,w,site,kind", "a,1.5,2,north,green", "b,-2,0.5,,red");
    PreparedSplit split =
        prepare(
            "classification",
            COLOURS,
            LabelValues.NAME,
            0,
            "csv",
            split(
                "test", "path", csv, "id", "id", "label", "kind", "weight", "w", "slices", "site"));
    assertThat(split.fingerprint())
        .isEqualTo("b06f7a0b37e86165912408901139d090930b67270c8f08c1642c59b9ba55be81");
  }
}
