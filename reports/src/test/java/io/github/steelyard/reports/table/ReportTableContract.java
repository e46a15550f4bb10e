package io.github.steelyard.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.ColumnType;
import io.github.steelyard.engine.columnar.ParquetBlocks;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.RunSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every table; the test of a table extends it. */
public abstract class ReportTableContract {
  private static final Set<ColumnType> NUMBERS =
      EnumSet.of(
          ColumnType.INT32,
          ColumnType.INT64,
          ColumnType.FLOAT32,
          ColumnType.FLOAT64,
          ColumnType.TIMESTAMP);

  @TempDir java.nio.file.Path folder;

  private final ReportTable table;
  private final int expectedRows;
  private final List<Object> firstRow;

  /**
   * @param expectedRows how many {@link RunSamples#complete} gives
   * @param firstRow of those the first one, column by column; several texts as a list
   */
  protected ReportTableContract(ReportTable table, int expectedRows, Object... firstRow) {
    this.table = table;
    this.expectedRows = expectedRows;
    this.firstRow = Arrays.asList(firstRow);
  }

  @Test
  void theTableIsFoundByItself() {
    assertThat(ReportTables.all()).hasAtLeastOneElementOfType(table.getClass());
  }

  @Test
  void namesAreSnakeCaseAndUnique() {
    assertThat(table.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    assertThat(table.columns())
        .extracting(Column::name)
        .doesNotHaveDuplicates()
        .doesNotContain("run_id")
        .allMatch(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  @Test
  void idsAreUniqueAndPositive() {
    assertThat(table.columns())
        .extracting(Column::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id > 0);
  }

  @Test
  void everythingIsExplainedAndNumbersHaveAUnit() {
    assertThat(table.doc()).matches("[A-Z].+\\.");
    assertThat(table.columns())
        .allMatch(column -> column.doc().endsWith("."))
        .allMatch(column -> NUMBERS.contains(column.type()) == !column.unit().isEmpty());
  }

  @Test
  void theRowsSayWhatTheResultSays() {
    RowBlock rows = table.rows(RunSamples.complete());
    assertThat(rows.rows()).isEqualTo(expectedRows);
    assertThat(row(rows, 0)).containsExactlyElementsOf(firstRow);
  }

  @Test
  void rowsComeBackAsTheyWereWritten() {
    RowBlock written = table.rows(RunSamples.complete());
    RowBlock read = writtenAndRead(written);
    assertThat(read.rows()).isEqualTo(written.rows());
    for (int row = 0; row < read.rows(); row++) {
      assertThat(row(read, row)).isEqualTo(row(written, row));
    }
  }

  @Test
  void aRunThatFoundNothingGivesAFileThatCanBeRead() {
    RunResult empty = RunResult.of(RunSamples.complete().run());
    RowBlock read = writtenAndRead(table.rows(empty));
    assertThat(read.rows()).isEqualTo(table.name().equals(RunsTable.NAME) ? 1 : 0);
  }

  private RowBlock writtenAndRead(RowBlock rows) {
    Path file = new Path(folder.resolve("part.parquet").toUri());
    ParquetBlocks.write(file, new Configuration(), rows, Map.of());
    return ParquetBlocks.read(file, new Configuration(), table.columns());
  }

  private static List<Object> row(RowBlock rows, int row) {
    List<Object> cells = new ArrayList<>();
    for (Column column : rows.columns()) {
      cells.add(rows.nulls(column.name()).get(row) ? null : cell(rows, column, row));
    }
    return cells;
  }

  private static Object cell(RowBlock rows, Column column, int row) {
    String name = column.name();
    return switch (column.type()) {
      case BOOLEAN -> rows.booleans(name)[row];
      case INT32 -> rows.ints(name)[row];
      case INT64, TIMESTAMP -> rows.longs(name)[row];
      case FLOAT32 -> rows.floats(name)[row];
      case FLOAT64 -> rows.doubles(name)[row];
      case STRING -> rows.strings(name)[row];
      case STRING_LIST -> Arrays.asList(rows.stringLists(name)[row]);
      default -> throw new AssertionError("No report has a column of " + column.type());
    };
  }
}
