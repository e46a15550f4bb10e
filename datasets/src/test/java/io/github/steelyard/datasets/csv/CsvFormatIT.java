package io.github.steelyard.datasets.csv;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CsvFormatIT extends DatasetFormatContract {
  private static final List<String> CLASSES = List.of("a", "b");

  @Override
  protected DatasetFormat format() {
    return new CsvFormat();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private DatasetSpec csv(String text, Object... more) throws IOException {
    Object[] options = new Object[more.length + 4];
    System.arraycopy(more, 0, options, 4, more.length);
    options[0] = "path";
    options[1] = write("some.csv", text);
    options[2] = "label";
    options[3] = "kind";
    return dataset(split("test", options), CLASSES);
  }

  @Override
  protected DatasetSpec small() throws IOException {
    write("one.csv", "\uFEFFx,kind,y\n1,a,2\n\n# 3,b,4\n".replace("# ", ""));
    write("two.csv", "x,kind,y\n-5e-1,\"b\",6\n");
    return dataset(split("test", "path", folder.resolve("*.csv"), "label", "kind"), CLASSES);
  }

  @Override
  protected DatasetSpec missing() {
    return dataset(split("test", "path", "no/such.csv", "label", "kind"), CLASSES);
  }

  @Override
  protected String missingSentence() {
    return "no/such.csv: is missing, expected a file, a folder or a glob of them";
  }

  private static float[] floats(Row row) {
    byte[] input = row.getAs(9);
    float[] values = new float[input.length / 4];
    ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  @Test
  void featuresAreTheColumnsWithoutAnotherPart() throws IOException {
    List<Row> rows = rows(small());
    assertThat(rows).extracting(row -> row.getString(3)).containsExactly("a", "b", "b");
    assertThat(floats(rows.get(0))).containsExactly(1, 2);
    assertThat(floats(rows.get(2))).containsExactly(-0.5f, 6);
    assertThat(rows.get(1).getString(1)).isEqualTo(folder.resolve("one.csv") + ", row 2");
  }

  @Test
  void everyColumnPlaysItsPart() throws IOException {
    DatasetSpec dataset =
        csv(
            "who;kind;w;patient;site;p;q\nx1;a;0.5;p9;'north;1';1;255\nx2;b;2;p8;;3;0\n",
            "delimiter",
            ";",
            "quote",
            "'",
            "id",
            "who",
            "weight",
            "w",
            "cluster_by",
            "patient",
            "slices",
            "site",
            "features",
            "q|p",
            "shape",
            "1x2x1",
            "type",
            "uint8");
    Row row = rows(dataset).get(0);
    assertThat(row.getString(0)).isEqualTo("x1");
    assertThat(row.isNullAt(2)).isTrue();
    assertThat(row.getDouble(4)).isEqualTo(0.5);
    assertThat(row.getString(5)).isEqualTo("p9");
    assertThat(row.<String, String>getJavaMap(6)).containsEntry("site", "north;1");
    assertThat(row.getString(7)).isEqualTo("UINT8");
    assertThat(row.<Integer>getList(8)).containsExactly(1, 2, 1);
    assertThat(row.<byte[]>getAs(9)).containsExactly(255, 1);
    assertThat(rows(dataset).get(1).<String, String>getJavaMap(6)).containsEntry("site", null);
  }

  @Test
  void aGzippedFileHoldsTheSameExamples() throws IOException {
    String text = "x,kind\n1,a\n2,b\n";
    List<Row> plain = rows(csv(text));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("p.csv.gz")))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    SplitSpec split = split("test", "path", folder.resolve("p.csv.gz"), "label", "kind");
    List<Row> packed = rows(dataset(split, CLASSES));
    assertThat(packed)
        .extracting(row -> row.getString(2))
        .isEqualTo(plain.stream().map(row -> row.getString(2)).toList());
  }

  @Test
  void mistakesAreNamedWithFileRowAndColumn() throws IOException {
    String file = folder.resolve("some.csv").toString();
    assertThat(problem(csv("petal,kind\n1,a\nabc,b\n")))
        .isEqualTo(file + ", row 2, column 'petal': expected a finite number. Found: 'abc'");
    assertThat(problem(csv("petal,kind\n1,a\n,b\n")))
        .isEqualTo(
            file + ", row 2, column 'petal': expected a finite number. Found: an empty cell");
    assertThat(problem(csv("petal,kind\nNaN,a\n")))
        .isEqualTo(file + ", row 1, column 'petal': expected a finite number. Found: NaN");
    assertThat(problem(csv("petal,kind\n-Infinity,a\n")))
        .isEqualTo(file + ", row 1, column 'petal': expected a finite number. Found: -Infinity");
    assertThat(problem(csv("petal,kind\n1e39,a\n")))
        .isEqualTo(file + ", row 1, column 'petal': expected a finite number. Found: 1.0E39");
    assertThat(problem(csv("petal,kind\n256,a\n", "type", "uint8")))
        .isEqualTo(
            file + ", row 1, column 'petal': expected a whole number from 0 to 255. Found: 256.0");
    assertThat(problem(csv("petal,kind\n1,a\n1,b,7\n")))
        .isEqualTo(file + ", row 2: expected 2 cells. Found: 3");
    assertThat(problem(csv("petal,kind\n1,\n")))
        .isEqualTo(file + ", row 1, column 'kind': expected a value. Found: none");
    assertThat(problem(csv("petal,kind\n1,c\n")))
        .isEqualTo(file + ", row 1: label 'c' is none of the 2 classes a, b");
    assertThat(problem(csv("petal,kind,w\n1,a,-1\n", "weight", "w")))
        .isEqualTo(
            file
                + ", row 1, column 'w': expected a finite weight that is not negative. Found: '-1'");
    assertThat(problem(csv("petal,kind,w\n1,a,NaN\n", "weight", "w")))
        .endsWith("expected a finite weight that is not negative. Found: 'NaN'");
    assertThat(problem(csv("petal,kind\n1,a\n", "shape", "2x2")))
        .isEqualTo(file + ", row 1: expected 4 features for shape [2, 2]. Found: 1");
    assertThat(problem(csv("petal,kind\n1,a\n", "features", "sepal")))
        .isEqualTo(file + ": has no column 'sepal'. Known: petal, kind");
    assertThat(problem(csv("petal,petal,kind\n1,1,a\n")))
        .isEqualTo(file + ": expected each column once. Found: [petal, petal, kind]");
    assertThat(problem(csv("kind\na\n"))).isEqualTo(file + ": has no column left for the features");
    assertThat(problem(csv(""))).isEqualTo(file + ": holds no row, expected at least one");
    assertThat(problem(csv("petal,kind\n")))
        .isEqualTo("Data set 'some', split 'test': holds no example, expected at least one");
    assertThat(problem(csv("petal,kind,n\n1,a,7\n2,b,7\n", "id", "n")))
        .isEqualTo(
            file + ", row 2: id '7' is used already in " + file + ", row 1, expected unique ids");
  }

  @Test
  void mistakesInTheOptionsAreNamed() throws IOException {
    String text = "petal,kind\n1,a\n";
    assertThat(problem(csv(text, "shape", "2x0")))
        .isEqualTo("shape: expected extents like 28x28x1. Found: '2x0'");
    assertThat(problem(csv(text, "type", "int8")))
        .isEqualTo("type: expected float32 or uint8. Found: 'int8'");
    assertThat(problem(csv(text, "features", "kind")))
        .isEqualTo("features: expected columns other than the label. Found: 'kind'");
    assertThat(problem(csv(text, "quote", "''")))
        .isEqualTo("quote: expected one character. Found: ''''");
    assertThat(problem(csv(text, "skip_lines", "-1")))
        .isEqualTo("skip_lines: expected 0 to 1000000. Found: -1");
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    DatasetSpec dataset = csv("petal,kind\n1,a\n");
    Files.write(folder.resolve("some.csv"), new byte[] {'x', ',', 'k', (byte) 0xfc, '\n', '1'});
    assertThat(problem(dataset))
        .isEqualTo(folder.resolve("some.csv") + ": expected text in UTF-8 after row 0");
  }

  @Test
  void filesOfTheSameColumnsInAnotherOrderAreReadAlike() throws IOException {
    write("one.csv", "x,kind,y\n1,a,2\n");
    write("two.csv", "y,x,kind\n4,3,b\n");
    SplitSpec split = split("test", "path", folder.resolve("*.csv"), "label", "kind");
    List<Row> rows = rows(dataset(split, CLASSES));
    assertThat(floats(rows.get(1))).containsExactly(3, 4);
    write("two.csv", "y,x,kind,z\n4,3,b,5\n");
    assertThat(problem(dataset(split, CLASSES)))
        .isEqualTo(
            folder.resolve("two.csv")
                + ": has a column 'z' that the first file lacks; name the features to read");
  }

  @Test
  void irisIsReadPastItsOddFirstLine() {
    Path iris = shared("data/tabular/iris.csv");
    assumeTrue(Files.exists(iris), "shared/data/tabular is not here");
    SplitSpec split =
        split("all", "path", iris, "header", "false", "skip_lines", "1", "label", "c4");
    DatasetSpec dataset =
        new DatasetSpec(
            "iris",
            "csv",
            new LabelMap(List.of("setosa", "versicolor", "virginica")),
            LabelValues.INDEX,
            List.of(split));
    PreparedSplit prepared =
        new DatasetPreparer(new org.apache.hadoop.fs.Path(folder.toUri()))
            .prepare(spark(), dataset, split, 0, false);
    assertThat(prepared.examples()).isEqualTo(150);
    assertThat(prepared.shape()).isEqualTo(Shape.of(4));
    assertThat(prepared.classCounts()).containsExactly(50L, 50L, 50L);
  }

  @Test
  void theDigitsTableIsReadAsImages() {
    Path digits = shared("data/tabular/digits.csv.gz");
    assumeTrue(Files.exists(digits), "shared/data/tabular is not here");
    SplitSpec split =
        split(
            "all", "path", digits, "header", "false", "label", "c64", "shape", "8x8x1", "type",
            "uint8");
    DatasetSpec dataset =
        new DatasetSpec("digits", "csv", LabelMap.numbered(10), LabelValues.INDEX, List.of(split));
    PreparedSplit prepared =
        new DatasetPreparer(new org.apache.hadoop.fs.Path(folder.toUri()))
            .prepare(spark(), dataset, split, 0, false);
    assertThat(prepared.examples()).isEqualTo(1797);
    assertThat(prepared.shape()).isEqualTo(Shape.of(8, 8, 1));
    // As scikit-learn counts them.
    assertThat(prepared.classCounts())
        .containsExactly(178L, 182L, 177L, 183L, 181L, 182L, 181L, 179L, 174L, 180L);
  }
}
