package io.github.steelyard.datasets.parquet;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ParquetFormatIT extends DatasetFormatContract {
  private static final List<String> CLASSES = List.of("0", "1", "2");

  @Override
  protected DatasetFormat format() {
    return new ParquetFormat();
  }

  /** Writes one file for each query. */
  private Path write(String name, String... queries) throws IOException {
    Path target = folder.resolve(name);
    for (String query : queries) {
      spark().sql(query).coalesce(1).write().mode("append").parquet(target.toString());
    }
    return target;
  }

  @Override
  protected DatasetSpec small() throws IOException {
    Path data = folder.resolve("data[1]");
    if (!Files.exists(data)) {
      write(
          "data[1]",
          "SELECT id % 3 AS kind, float(id) AS x, array(1.5d, id) AS `y.z` FROM range(50)",
          "SELECT id % 3 AS kind, float(id) AS x, array(2.5d, id) AS `y.z` FROM range(40)");
    }
    return dataset(split("test", "path", folder + "/data\\[1\\]", "label", "kind"), CLASSES);
  }

  @Override
  protected DatasetSpec missing() {
    return dataset(split("test", "path", "no/such.parquet", "label", "kind"), CLASSES);
  }

  @Override
  protected String missingSentence() {
    return "no/such.parquet: is missing, expected a file, a folder or a glob of them";
  }

  @Test
  void severalFeatureColumnsFollowOneAnother() throws IOException {
    List<Row> rows = rows(small());
    assertThat(rows).hasSize(90);
    assertThat(rows.get(0).<Integer>getList(8)).containsExactly(3);
    assertThat(rows.get(0).getString(7)).isEqualTo("FLOAT32");
    assertThat(rows)
        .extracting(row -> row.getString(1))
        .anyMatch(place -> place.endsWith(", row 50"));
  }

  @Test
  void arraysBinariesAndNumbersGiveTheSameInputs() throws IOException {
    String numbers =
        write("n", "SELECT 's' AS id, 2.0d AS kind, 1 AS a, 2 AS b, 3S AS c").toString();
    String array = write("a", "SELECT 's' AS id, 2 AS kind, array(1, 2, 3) AS v").toString();
    String bytes = write("b", "SELECT 's' AS id, '2' AS kind, X'010203' AS v").toString();
    for (String path : List.of(numbers, array, bytes)) {
      Row row =
          rows(dataset(
                  split("t", "path", path, "label", "kind", "id", "id", "type", "uint8"), CLASSES))
              .get(0);
      assertThat(row.<byte[]>getAs(9)).containsExactly(1, 2, 3);
      assertThat(row.getString(3)).isEqualTo("2");
      assertThat(row.getString(0)).isEqualTo("s");
    }
    String floats = write("f", "SELECT 's' AS id, 2 AS kind, X'0000803F' AS v").toString();
    Row row =
        rows(dataset(split("t", "path", floats, "label", "kind", "id", "id"), CLASSES)).get(0);
    assertThat(row.<byte[]>getAs(9)).containsExactly(0, 0, 0x80, 0x3f);
  }

  @Test
  void mistakesAreNamedWithFileRowAndColumn() throws IOException {
    Path text = write("text", "SELECT 1 AS kind, 'one' AS x");
    assertThat(problem(dataset(split("t", "path", text, "label", "kind"), CLASSES)))
        .isEqualTo(
            text + ", column 'x': expected numbers, arrays of numbers or binary. Found: string");
    Path hole =
        write(
            "hole", "SELECT 1 AS kind, IF(id = 3, double('NaN'), 0d) AS x FROM range(0, 5, 1, 1)");
    assertThat(problem(dataset(split("t", "path", hole, "label", "kind"), CLASSES)))
        .matches(".*/hole/part-.*parquet, row 4, column 'x': expected a finite number. Found: NaN");
    Path empty = write("null", "SELECT 1 AS kind, array(1.0d, null) AS x");
    assertThat(problem(dataset(split("t", "path", empty, "label", "kind"), CLASSES)))
        .endsWith(", row 1, column 'x', element 1: expected a finite number. Found: no value");
    Path odd = write("odd", "SELECT 1 AS kind, X'010203' AS x");
    assertThat(problem(dataset(split("t", "path", odd, "label", "kind"), CLASSES)))
        .endsWith(
            ", row 1, column 'x', element 0: expected float32 numbers of 4 bytes. Found: 3 bytes");
    assertThat(problem(dataset(split("t", "path", odd, "label", "class"), CLASSES)))
        .isEqualTo(odd + ": has no column 'class'. Known: kind, x");
  }

  @Test
  void aFileThatIsCutShortIsNamed() throws IOException {
    Path data = write("cut", "SELECT id % 3 AS kind, float(id) AS x FROM range(5000)");
    Path file;
    try (var files = Files.list(data)) {
      file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(file);
    try (var files = Files.list(data)) {
      for (Path crc : files.filter(each -> each.toString().endsWith(".crc")).toList()) {
        Files.delete(crc);
      }
    }
    DatasetSpec dataset = dataset(split("t", "path", file, "label", "kind"), CLASSES);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(problem(dataset))
        .startsWith(file + ": cannot be read, expected a whole Parquet file")
        .doesNotContain("\n");
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 10, whole.length / 2, (byte) 77);
    Files.write(file, damaged);
    assertThat(problem(dataset))
        .startsWith(file + ": cannot be read, expected a whole Parquet file")
        .doesNotContain("\n");
  }

  @Test
  void itIsReadAgainWhenAFileChanges() throws IOException {
    DatasetSpec dataset = small();
    DatasetPreparer preparer =
        new DatasetPreparer(new org.apache.hadoop.fs.Path(folder.resolve("out").toUri()));
    String before =
        preparer.prepare(spark(), dataset, dataset.splits().get(0), 0, false).fingerprint();
    write("data[1]", "SELECT 1L AS kind, 7f AS x, array(1d, 2d) AS `y.z`");
    assertThat(preparer.prepare(spark(), dataset, dataset.splits().get(0), 0, false))
        .satisfies(
            after -> {
              assertThat(after.fingerprint()).isNotEqualTo(before);
              assertThat(after.examples()).isEqualTo(91);
            });
  }
}
