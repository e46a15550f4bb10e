package io.github.steelyard.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.problem.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every format must do; a format's test supplies a small split that it can read. */
public abstract class DatasetFormatContract extends SparkTest {
  @TempDir protected Path folder;

  protected abstract DatasetFormat format();

  /** A data set whose only split holds a few examples; the same however often it is made. */
  protected abstract DatasetSpec small() throws Exception;

  /** One that reads what is not there, or null where nothing can be missing. */
  protected abstract DatasetSpec missing();

  /** What is said of it. */
  protected abstract String missingSentence();

  protected final List<Row> rows(DatasetSpec dataset) {
    return format().read(spark(), dataset, dataset.splits().get(0)).collect();
  }

  /** The sentence that preparing a data set ends with. */
  protected final String problem(DatasetSpec dataset) {
    try {
      new DatasetPreparer(new org.apache.hadoop.fs.Path(folder.resolve("out").toUri()))
          .prepare(spark(), dataset, dataset.splits().get(0), 0, false);
    } catch (BadInputException e) {
      return e.getMessage();
    }
    throw new AssertionError("No problem was found");
  }

  protected final DatasetSpec dataset(SplitSpec split, List<String> classes) {
    return Splits.dataset(
        format().name(), new io.github.steelyard.engine.data.LabelMap(classes), split);
  }

  @Test
  void itIsFoundByItsName() {
    assertThat(DatasetFormats.named(format().name())).hasSameClassAs(format());
  }

  @Test
  void itsOptionsAreUniqueAndDocumented() {
    List<OptionSpec> options = format().options();
    assertThat(options).extracting(OptionSpec::key).doesNotHaveDuplicates();
    assertThat(options)
        .allSatisfy(
            option -> {
              assertThat(option.key()).matches("[a-z][a-z_]*");
              assertThat(option.doc()).endsWith(".").doesNotContain("\n");
              assertThat(option.required() || option.doc().contains("default")).isTrue();
            });
  }

  @Test
  void itUsesNoOptionThatItDoesNotDeclare() throws Exception {
    List<String> declared = format().options().stream().map(OptionSpec::key).toList();
    assertThat(declared).containsAll(small().splits().get(0).options().values().keySet());
  }

  @Test
  void itsRowsHaveTheSchemaAndWhatItPromises() throws Exception {
    DatasetSpec dataset = small();
    JavaRDD<Row> read = format().read(spark(), dataset, dataset.splits().get(0));
    // Spark checks each value against the schema.
    List<Row> rows = spark().createDataFrame(read, RawExamples.SCHEMA).collectAsList();
    assertThat(rows).isNotEmpty();
    for (Row row : rows) {
      // An id or an order, never both, never neither.
      assertThat(row.isNullAt(RawExamples.ID_FIELD))
          .isNotEqualTo(row.isNullAt(RawExamples.ORDER_FIELD));
      assertThat(row.getString(RawExamples.PLACE_FIELD)).isNotEmpty();
      long elements =
          row.<Integer>getList(RawExamples.SHAPE_FIELD).stream()
              .mapToLong(Integer::longValue)
              .reduce(1, (a, b) -> a * b);
      TensorType type = TensorType.valueOf(row.getString(RawExamples.TYPE_FIELD));
      assertThat(row.<byte[]>getAs(RawExamples.INPUT_FIELD)).hasSize((int) elements * type.bytes());
    }
    assertThat(new HashSet<>(keys(rows))).hasSameSizeAs(rows);
  }

  private static List<String> keys(List<Row> rows) {
    return rows.stream().map(row -> row.getString(row.isNullAt(0) ? 2 : 0)).toList();
  }

  @Test
  void itsRowsAreTheSameInAnyPartitioning() throws Exception {
    DatasetSpec dataset = small();
    SplitSpec split = dataset.splits().get(0);
    List<String> asRead = texts(format().read(spark(), dataset, split));
    assertThat(texts(format().read(spark(), dataset, split).repartition(5))).isEqualTo(asRead);
    assertThat(texts(format().read(spark(), dataset, split).coalesce(1))).isEqualTo(asRead);
    spark().conf().set("spark.sql.files.maxPartitionBytes", "1024");
    try {
      assertThat(texts(format().read(spark(), dataset, split))).isEqualTo(asRead);
    } finally {
      spark().conf().unset("spark.sql.files.maxPartitionBytes");
    }
  }

  private static List<String> texts(JavaRDD<Row> rows) {
    List<String> texts = new ArrayList<>();
    for (Row row : rows.collect()) {
      texts.add(withoutInput(row) + Arrays.toString(row.<byte[]>getAs(RawExamples.INPUT_FIELD)));
    }
    texts.sort(null);
    return texts;
  }

  private static String withoutInput(Row row) {
    return IntStream.range(0, RawExamples.INPUT_FIELD).mapToObj(row::get).toList().toString();
  }

  @Test
  void itsSourcesKeepTheirStateWhileNothingChanges() throws Exception {
    SplitSpec split = small().splits().get(0);
    assertThat(format().sourceState(spark(), split))
        .isEqualTo(format().sourceState(spark(), split));
  }

  @Test
  void whatIsMissingIsNamedInOneSentence() {
    DatasetSpec missing = missing();
    Assumptions.assumeTrue(missing != null, "Nothing can be missing");
    assertThat(problem(missing)).isEqualTo(missingSentence()).doesNotContain("\n");
    assertThatThrownBy(() -> rows(missing)).isInstanceOf(BadInputException.class);
  }
}
