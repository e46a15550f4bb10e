package io.github.steelyard.reports.table.suspicion;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.alarm.Alarms;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;
import java.util.stream.Collectors;

/** What looks like a mistake in a suite or its data. */
@AutoService(ReportTable.class)
public final class AlarmsTable extends RecordTable<AlarmRow> {
  public AlarmsTable() {
    super(
        "alarms",
        "One row for each result that looks like a mistake rather than like a model's quality. None"
            + " of them changes a value.",
        AlarmRow.class,
        List.of(
            UnitColumns.model(1, AlarmRow::model),
            UnitColumns.dataset(2, AlarmRow::dataset),
            TableColumn.text(3, "split", "The split's name.", AlarmRow::split),
            TableColumn.text(4, "alarm", "Its id. " + meanings(), AlarmRow::alarm),
            TableColumn.text(
                5,
                "message",
                "What was seen, and what it suggests, in one sentence.",
                AlarmRow::message)));
  }

  private static String meanings() {
    return Alarms.all().stream()
        .map(alarm -> "'" + alarm.id() + "': " + alarm.doc())
        .collect(Collectors.joining(" "));
  }
}
