package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.steelyard.reports.run.RunId;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark itself reads what was published, through the views that were shipped with it. */
class LatestViewsIT {
  @TempDir Path folder;

  private SparkSession spark;
  private Path out;

  @BeforeEach
  void startSpark() throws IOException {
    out = Files.createDirectory(folder.resolve("o'clock; [1] a b%20c"));
    spark =
        SparkSession.builder()
            .master("local[1]")
            .appName("latest views")
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .getOrCreate();
  }

  @AfterEach
  void stopSpark() {
    spark.stop();
  }

  private void publish(String id, String suite, String started, Configuration configuration) {
    RunResult result =
        RunSamples.complete().in(RunSamples.run(new RunId(id), suite, Instant.parse(started)));
    new ReportWriter().publish(result, new org.apache.hadoop.fs.Path(out.toUri()), configuration);
  }

  private void createViews() throws IOException {
    for (String statement : Files.readString(out.resolve("reports/latest.sql")).split(";\n", -1)) {
      if (!statement.isBlank()) {
        spark.sql(statement);
      }
    }
  }

  private List<String> runs(String table) {
    return spark
        .sql("SELECT DISTINCT run_id FROM " + table + " ORDER BY run_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void theNewestWholeRunOfEachSuiteShows() throws IOException {
    publish("20261122T100000Z-aaaaaa", "pets", "2026-11-22T10:00:00Z", new Configuration());
    publish("20261122T110000Z-bbbbbb", "pets", "2026-11-22T11:00:00Z", new Configuration());
    publish("20261122T090000Z-cccccc", "cars", "2026-11-22T09:00:00Z", new Configuration());
    Configuration dying = ObservedFileSystem.failing("runs", true);
    assertThat(
            catchThrowable(
                () -> publish("20261122T120000Z-dddddd", "pets", "2026-11-22T12:00:00Z", dying)))
        .hasRootCauseMessage("no room for runs");

    createViews();

    assertThat(runs("stored_metrics")).contains("20261122T120000Z-dddddd");
    for (ReportTable table : ReportTables.all()) {
      assertThat(runs("latest_" + table.name()))
          .as(table.name())
          .containsExactly("20261122T090000Z-cccccc", "20261122T110000Z-bbbbbb");
    }
  }

  @Test
  void sparkReadsTheValuesAsTheyAre() throws IOException {
    publish("20261122T100000Z-aaaaaa", "pets", "2026-11-22T10:00:00.123Z", new Configuration());
    createViews();

    Row run =
        spark.sql("SELECT unix_millis(started_at), engines, `limit` FROM latest_runs").first();
    assertThat(run.getLong(0)).isEqualTo(Instant.parse("2026-11-22T10:00:00.123Z").toEpochMilli());
    assertThat(run.<String>getList(1)).hasSize(1);
    assertThat(run.getLong(2)).isEqualTo(1000);
    Row metric =
        spark
            .sql("SELECT value, upper, undefined_reason FROM latest_metrics WHERE aspect = 'macro'")
            .first();
    assertThat(metric.getDouble(0)).isEqualTo(0.5);
    assertThat(metric.getDouble(1)).isEqualTo(0.625);
    assertThat(metric.isNullAt(2)).isTrue();
  }

  @Test
  void anOlderFileThatLacksAColumnIsStillRead() throws IOException {
    publish("20261122T100000Z-aaaaaa", "pets", "2026-11-22T10:00:00Z", new Configuration());
    createViews();
    Path older = out.resolve("reports/costs/run_id=20261122T100000Z-aaaaaa");
    spark
        .sql("SELECT model, cost, value FROM latest_costs")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("older").toUri().toString());
    try (var files = Files.list(older)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (var files = Files.list(folder.resolve("older"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.move(file, older.resolve(file.getFileName()));
      }
    }
    createViews();

    assertThat(spark.sql("SELECT * FROM latest_costs WHERE unit IS NULL").count()).isEqualTo(6);
  }
}
