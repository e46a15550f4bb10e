package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ParquetBlocks;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSamples;
import io.github.steelyard.reports.table.unit.UnitSettingsTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published, read back. */
class StoredTableTest {
  private static final Configuration CONFIGURATION = new Configuration();
  private final RunResult result = RunSamples.complete();

  @TempDir java.nio.file.Path folder;
  private Path out;

  @BeforeEach
  void name() {
    out = new Path(folder.toUri());
  }

  private StoredTable table(String name) {
    return StoredTable.read(out, result.run().id(), name, CONFIGURATION);
  }

  @Test
  void cellsAreReadByRowAndColumn() {
    new ReportWriter().publish(result, out, CONFIGURATION);

    StoredTable units = table("run_units");
    assertThat(units.rows()).isEqualTo(4);
    assertThat(units.text(3, "model")).isEqualTo("zoo");
    assertThat(units.count(3, "not_scored")).isEqualTo(7);
    assertThat(units.index(0, "batch_size")).isEqualTo(64);
    StoredTable settings = table("unit_settings");
    assertThat(settings.nullableText(0, "cluster_by")).isEqualTo("owner");
    assertThat(settings.nullableText(1, "cluster_by")).isNull();
    assertThat(settings.nullableIndex(0, "severity")).isEqualTo(3);
    assertThat(settings.nullableIndex(1, "severity")).isNull();
    assertThat(settings.flag(1, "all_scores")).isTrue();
    assertThat(table("costs").number(0, "value")).isEqualTo(54_410);
    assertThat(table("runs").nullableCount(0, "limit")).isEqualTo(1000);
    assertThatThrownBy(() -> settings.text(1, "cluster_by"))
        .isInstanceOf(DataException.class)
        .hasMessage(file("unit_settings") + ": row 1 has no value in column 'cluster_by'");
  }

  private Path file(String table) {
    return new Path(
        out, "reports/" + table + "/run_id=" + result.run().id() + "/part-00000.parquet");
  }

  @Test
  void aColumnThatAnOlderVersionDidNotWriteIsNamed() {
    List<Column> older =
        new UnitSettingsTable()
            .columns().stream().filter(column -> !column.name().equals("all_scores")).toList();
    ParquetBlocks.write(file("unit_settings"), CONFIGURATION, new RowBlock(older, 0), Map.of());

    assertThatThrownBy(() -> table("unit_settings").flag(0, "all_scores"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            file("unit_settings")
                + ": has no column 'all_scores', expected what this version of Steelyard writes");
  }

  @Test
  void theRunsAreThoseThatWerePublishedTheLatestLast() {
    RunId later = new RunId("20271123T100000Z-abcdef");
    new ReportWriter()
        .publish(RunResult.of(RunSamples.run(later, "pets", Instant.EPOCH)), out, CONFIGURATION);
    new ReportWriter().publish(result, out, CONFIGURATION);

    assertThat(PublishedRuns.in(out, CONFIGURATION)).containsExactly(result.run().id(), later);
    assertThat(table("models").texts(0, "inputs")).isNotEmpty();
    assertThat(StoredTable.read(out, later, "metrics", CONFIGURATION).rows()).isZero();
  }

  @Test
  void withoutARunThereIsNone() {
    assertThat(PublishedRuns.in(new Path(out, "nothing"), CONFIGURATION)).isEmpty();
  }
}
