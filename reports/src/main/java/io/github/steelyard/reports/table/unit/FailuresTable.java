package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.FailureRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.ShiftColumns;
import java.util.List;

/** What went wrong. */
@AutoService(ReportTable.class)
public final class FailuresTable extends RecordTable<FailureRow> {
  public FailuresTable() {
    super(
        "failures",
        "One row for each unit, or each model or data set with all its units, that has no results.",
        FailureRow.class,
        List.of(
            TableColumn.nullableText(
                1,
                "model",
                "The model's name in the suite; none where a data set failed for all.",
                FailureRow::model),
            TableColumn.nullableText(
                2,
                "dataset",
                "The data set's name in the suite; none where a model failed for all.",
                FailureRow::dataset),
            TableColumn.nullableText(
                3, "split", "The data set's split; none where all failed.", FailureRow::split),
            TableColumn.text(
                4,
                "stage",
                "'plan', 'prepare', 'predict' or 'score'.",
                row -> row.stage().toString()),
            TableColumn.text(
                5, "message", "What went wrong, in one sentence.", FailureRow::message),
            TableColumn.text(
                6, "exception", "The class of what was thrown.", FailureRow::exception),
            ShiftColumns.shift(7, FailureRow::shift),
            ShiftColumns.kind(8, FailureRow::shift),
            ShiftColumns.severity(9, FailureRow::shift)));
  }
}
