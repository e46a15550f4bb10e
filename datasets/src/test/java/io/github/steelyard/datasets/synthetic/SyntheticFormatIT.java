package io.github.steelyard.datasets.synthetic;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.Splits;
import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.engine.data.LabelMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SyntheticFormatIT extends DatasetFormatContract {
  @Override
  protected DatasetFormat format() {
    return new SyntheticFormat();
  }

  private static DatasetSpec digits(Object... options) {
    return Splits.dataset("synthetic", null, split("test", options));
  }

  @Override
  protected DatasetSpec small() {
    return digits("examples", "40", "seed", "7");
  }

  @Override
  protected DatasetSpec missing() {
    return null;
  }

  @Override
  protected String missingSentence() {
    return "";
  }

  @Test
  void anExampleIsTheSameHoweverManyAreDrawn() {
    List<Row> few = rows(small());
    List<Row> many = rows(digits("examples", "5000", "seed", "7"));
    Map<String, Row> byId = new java.util.HashMap<>();
    many.forEach(row -> byId.put(row.getString(0), row));
    for (Row row : few) {
      assertThat(byId.get(row.getString(0)).<byte[]>getAs(9)).isEqualTo(row.<byte[]>getAs(9));
      assertThat(byId.get(row.getString(0)).getString(3)).isEqualTo(row.getString(3));
    }
    assertThat(few.get(0).getString(0)).isEqualTo("7-0");
  }

  @Test
  void everyClassIsDrawnEquallyOften() {
    List<Row> rows = rows(digits("examples", "300", "seed", "-3", "classes", "3"));
    for (String digit : List.of("0", "1", "2")) {
      assertThat(rows).filteredOn(row -> row.getString(3).equals(digit)).hasSize(100);
    }
    assertThat(format().labels(spark(), digits("examples", "1", "seed", "1", "classes", "3")))
        .contains(LabelMap.numbered(3));
  }

  @Test
  void optionsOutOfRangeAreNamed() {
    assertThat(problem(digits("examples", "0", "seed", "1")))
        .isEqualTo("examples: expected 1 to 1000000000000. Found: 0");
    assertThat(problem(digits("examples", "1", "seed", "1", "noise", "NaN")))
        .isEqualTo("noise: expected 0.0 to 1.0. Found: NaN");
    assertThat(problem(digits("examples", "1", "seed", "1", "size", "4")))
        .isEqualTo("size: expected 8 to 512. Found: 4");
  }
}
