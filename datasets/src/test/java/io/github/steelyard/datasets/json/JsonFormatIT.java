package io.github.steelyard.datasets.json;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class JsonFormatIT extends DatasetFormatContract {
  private static final List<String> CLASSES = List.of("0", "true", "b");

  @Override
  protected DatasetFormat format() {
    return new JsonFormat();
  }

  private DatasetSpec jsonl(String text, Object... more) throws IOException {
    Object[] options = new Object[more.length + 4];
    System.arraycopy(more, 0, options, 4, more.length);
    options[0] = "path";
    options[1] = Files.writeString(folder.resolve("some.jsonl"), text);
    options[2] = "label";
    options[3] = "kind";
    return dataset(split("test", options), CLASSES);
  }

  @Override
  protected DatasetSpec small() throws IOException {
    return jsonl(
        """
        {"pixels": [[0, 1], [2, 255]], "kind": 0, "site": "north"}

        {"kind": true, "pixels": [3, 4, 5, 6], "site": null}
        {"kind": "b", "pixels": [7, 8, 9, 10], "extra": {}}
        """,
        "features",
        "pixels",
        "slices",
        "site",
        "shape",
        "2x2x1",
        "type",
        "uint8");
  }

  @Override
  protected DatasetSpec missing() {
    return dataset(split("test", "path", "no/such.jsonl", "label", "kind"), CLASSES);
  }

  @Override
  protected String missingSentence() {
    return "no/such.jsonl: is missing, expected a file, a folder or a glob of them";
  }

  @Test
  void arraysAreFlattenedAndLabelsMayBeOfAnyScalarType() throws IOException {
    List<Row> rows = rows(small());
    assertThat(rows).extracting(row -> row.getString(3)).containsExactly("0", "true", "b");
    assertThat(rows.get(0).<byte[]>getAs(9)).containsExactly(0, 1, 2, 255);
    assertThat(rows.get(1).getString(1)).isEqualTo(folder.resolve("some.jsonl") + ", row 3");
    assertThat(rows.get(1).<String, String>getJavaMap(6)).containsEntry("site", null);
    assertThat(rows.get(2).<byte[]>getAs(9)).containsExactly(7, 8, 9, 10);
  }

  @Test
  void byDefaultTheOtherFieldsOfTheFirstObjectAreTheFeatures() throws IOException {
    List<Row> rows = rows(jsonl("{\"q\":1,\"kind\":0,\"p\":2}\n{\"p\":3,\"q\":4,\"kind\":0}\n"));
    assertThat(rows.get(1).<byte[]>getAs(9)).containsExactly(0, 0, 0x80, 0x40, 0, 0, 0x40, 0x40);
  }

  @Test
  void mistakesAreNamedWithFileRowAndColumn() throws IOException {
    String file = folder.resolve("some.jsonl").toString();
    assertThat(problem(jsonl("{\"x\":1,\"kind\":0}\n{\"kind\":0}\n")))
        .isEqualTo(file + ", row 2, column 'x': expected a finite number. Found: no such field");
    assertThat(problem(jsonl("{\"x\":[1,\"7\"],\"kind\":0}\n")))
        .isEqualTo(file + ", row 1, column 'x', element 1: expected a finite number. Found: \"7\"");
    assertThat(problem(jsonl("{\"x\":1e999,\"kind\":0}\n")))
        .isEqualTo(file + ", row 1, column 'x': expected a finite number. Found: Infinity");
    assertThat(problem(jsonl("{\"x\":1,\"kind\":{}}\n")))
        .isEqualTo(file + ", row 1, column 'kind': expected a text or a number. Found: OBJECT");
    assertThat(problem(jsonl("{\"x\":1,\"kind\":null}\n")))
        .isEqualTo(file + ", row 1, column 'kind': expected a value. Found: none");
    assertThat(problem(jsonl("[1]\n")))
        .isEqualTo(file + ", row 1: expected one JSON object. Found: ARRAY");
    assertThat(problem(jsonl("{\"x\":1,\"kind\":0}\n{\"x\":1,\n")))
        .startsWith(file + ", row 2: expected one JSON object (Unexpected end-of-input")
        .doesNotContain("\n");
    assertThat(problem(jsonl("{\"x\":1,\"kind\":0} {}\n")))
        .startsWith(file + ", row 1: expected one JSON object (")
        .doesNotContain("\n");
    assertThat(problem(jsonl("\n\n"))).isEqualTo(file + ": holds no row, expected at least one");
    assertThat(problem(jsonl("{\"x\":[1,2],\"kind\":0}\n{\"x\":[1],\"kind\":0}\n")))
        .isEqualTo(
            file
                + ", row 2: expected FLOAT32 [2] like "
                + file
                + ", row 1, since all inputs of a split have one shape. Found: FLOAT32 [1]");
  }
}
