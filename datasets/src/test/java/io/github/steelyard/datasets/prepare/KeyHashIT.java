package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.SparkTest;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class KeyHashIT extends SparkTest {
  @Test
  void groupsAndDrawsAreThoseOfSparksOwnHash() {
    List<String> keys =
        List.of("", "a", "abc", "é\uD83D\uDE00", "0123456789".repeat(3), "0123456789".repeat(7));
    List<Row> hashes =
        spark()
            .createDataset(keys, Encoders.STRING())
            .select(
                functions.col("value"),
                functions.pmod(functions.xxhash64(functions.col("value")), functions.lit(100L)),
                functions.xxhash64(functions.col("value"), functions.lit("sample")))
            .collectAsList();
    assertThat(hashes).hasSize(keys.size());
    for (Row row : hashes) {
      assertThat((long) KeyHash.group(row.getString(0))).isEqualTo(row.getLong(1));
      assertThat(KeyHash.draw(row.getString(0))).isEqualTo(row.getLong(2));
    }
  }
}
