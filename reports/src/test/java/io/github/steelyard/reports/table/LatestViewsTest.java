package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.reports.table.unit.CostsTable;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class LatestViewsTest {
  private static final List<ReportTable> TABLES = List.of(new CostsTable(), new RunsTable());

  @Test
  void aViewIsDeclaredWithItsColumnsAndJoinedOnRuns() {
    assertThat(LatestViews.text(TABLES, new Path("hdfs://host/out/reports")))
        .contains(
            """
            CREATE OR REPLACE TEMPORARY VIEW stored_costs (
              `model` STRING,
              `cost` STRING,
              `value` DOUBLE,
              `unit` STRING,
              `kind` STRING,
              `source` STRING,
              `run_id` STRING
            ) USING parquet OPTIONS (path 'hdfs://host/out/reports/costs');
            """)
        .contains(
            """
            CREATE OR REPLACE TEMPORARY VIEW latest_costs AS
            SELECT * FROM stored_costs WHERE run_id IN (
              SELECT max_by(run_id, struct(started_at, run_id)) AS run_id FROM stored_runs GROUP BY suite);
            """);
  }

  @Test
  void aFolderOfAnyNameIsQuoted() {
    assertThat(LatestViews.text(TABLES, new Path("/o'clock; DROP [1]/reports")))
        .contains("OPTIONS (path '/o\\'clock; DROP \\\\[1\\\\]/reports/costs');");
  }
}
