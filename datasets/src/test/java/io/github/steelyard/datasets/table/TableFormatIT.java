package io.github.steelyard.datasets.table;

import static io.github.steelyard.datasets.Splits.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.format.DatasetFormat;
import io.github.steelyard.datasets.format.DatasetFormatContract;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.SplitSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormatIT extends DatasetFormatContract {
  private static final List<String> CLASSES = List.of("0", "1", "2");

  @Override
  protected DatasetFormat format() {
    return new TableFormat();
  }

  private DatasetSpec table(String query) {
    spark().sql(query).createOrReplaceTempView("flowers");
    return dataset(split("test", "table", "flowers", "label", "kind", "id", "name"), CLASSES);
  }

  @Override
  protected DatasetSpec small() {
    return table("SELECT 'n' || id AS name, id % 3 AS kind, float(id) AS x FROM range(30)");
  }

  @Override
  protected DatasetSpec missing() {
    return dataset(split("t", "table", "nosuch", "label", "kind", "id", "name"), CLASSES);
  }

  @Override
  protected String missingSentence() {
    return "Table 'nosuch': is missing, expected a table or view that Spark knows";
  }

  @Test
  void aRowGoesByItsId() {
    assertThat(problem(table("SELECT 'n7' AS name, 5 AS kind, 1.5 AS x")))
        .isEqualTo("Table 'flowers', id 'n7': label '5' is none of the 3 classes 0, 1, 2");
  }

  @Test
  void duplicateIdsAreRefused() {
    assertThat(problem(table("SELECT 'n7' AS name, 1 AS kind, id AS x FROM range(2)")))
        .isEqualTo(
            "Table 'flowers', id 'n7': id 'n7' is used already in Table 'flowers', id 'n7', expected"
                + " unique ids");
  }

  @Test
  void nobodyCanTellWhetherATableHasChanged() {
    SplitSpec split = small().splits().get(0);
    assertThat(format().sourceState(spark(), split)).isEmpty();
  }
}
