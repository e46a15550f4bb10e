package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.reports.table.unit.CostsTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportTablesTest {
  @Test
  void runsComesLastAfterTheOthersByName() {
    List<String> names = ReportTables.all().stream().map(ReportTable::name).toList();
    assertThat(names).endsWith("runs").contains("datasets", "metrics", "models", "run_units");
    assertThat(names.subList(0, names.size() - 1)).isSorted();
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    assertThatThrownBy(
            () ->
                ReportTables.inOrder(List.of(new CostsTable(), new CostsTable(), new RunsTable())))
        .hasMessage(
            "Cannot use the report tables [costs, costs, runs], expected 'runs' and every name"
                + " once");
  }

  @Nested
  class Runs extends ReportTableContract {
    Runs() {
      super(
          new RunsTable(),
          1,
          "pets",
          "c0ffee",
          "evaluate --suite pets.yaml --out out",
          Instant.parse("2026-11-22T16:30:00.123Z").toEpochMilli(),
          Instant.parse("2026-11-22T16:30:12.468Z").toEpochMilli(),
          "partial",
          "0.1.0",
          "4.2.0",
          "local[2]",
          "17.0.9",
          "Linux 6.1",
          "Some CPU, 2 cores",
          List.of("dl4j 1.0.0-M2.1 on cpu, float32, avx2, oneDNN, threads 1"),
          1000L,
          4L,
          2L,
          4000L,
          12L,
          4L,
          "{confidence: 0.9}\n");
    }
  }
}
