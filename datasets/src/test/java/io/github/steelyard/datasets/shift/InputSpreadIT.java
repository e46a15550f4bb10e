package io.github.steelyard.datasets.shift;

import static io.github.steelyard.datasets.Splits.dataset;
import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.prepare.DatasetPreparer;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.LabelMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputSpreadIT extends SparkTest {
  /** More than one shard of examples. */
  private static final int ROWS = 9_000;

  @TempDir Path folder;

  private float[][] rows() {
    Random random = new Random(5);
    float[][] rows = new float[ROWS][3];
    for (float[] row : rows) {
      row[0] = (float) random.nextGaussian();
      row[1] = 1_000 + (float) random.nextGaussian();
      row[2] = 7;
    }
    return rows;
  }

  private PreparedSplit prepared(float[][] rows) throws IOException {
    StringBuilder text = new StringBuilder("id,a,b,c,kind\n");
    for (int row = 0; row < ROWS; row++) {
      text.append("e").append(row);
      for (float value : rows[row]) {
        text.append(String.format(Locale.ROOT, ",%.9g", value));
      }
      text.append(row % 2 == 0 ? ",x\n" : ",y\n");
    }
    Path file = Files.writeString(folder.resolve("rows.csv"), text.toString());
    DatasetSpec spec =
        dataset(
            "csv",
            new LabelMap(List.of("x", "y")),
            split("test", "path", file, "id", "id", "label", "kind"));
    Path out = Files.createDirectories(folder.resolve("out/data"));
    return new DatasetPreparer(new org.apache.hadoop.fs.Path(out.toUri()))
        .prepare(spark(), spec, spec.splits().get(0), 0, false);
  }

  @Test
  void everyInputCountsAndTheSamplesAreInputsAsTheyOccur() throws Exception {
    float[][] rows = rows();
    InputSpread spread =
        InputSpread.measure(
            JavaSparkContext.fromSparkContext(spark().sparkContext()), prepared(rows));
    InputSpread expected = InputSpreads.of(rows);

    assertThat(spread.columns()).isEqualTo(3);
    for (int column = 0; column < 3; column++) {
      assertThat(spread.mean(column)).isCloseTo(expected.mean(column), within(1e-9));
      assertThat(spread.deviation(column)).isCloseTo(expected.deviation(column), within(1e-9));
    }
    assertThat(spread.deviation(2)).isZero();
    assertThat(spread.samples()).isEqualTo(1_000);
    Set<String> all =
        IntStream.range(0, ROWS).mapToObj(row -> text(rows[row])).collect(Collectors.toSet());
    assertThat(
            IntStream.range(0, 1_000)
                .mapToObj(
                    sample ->
                        text(
                            spread.sample(sample, 0),
                            spread.sample(sample, 1),
                            spread.sample(sample, 2))))
        .doesNotHaveDuplicates()
        .allMatch(all::contains);
  }

  private static String text(float... row) {
    return Arrays.toString(row);
  }
}
