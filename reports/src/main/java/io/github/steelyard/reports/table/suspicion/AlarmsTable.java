package io.github.steelyard.reports.table.suspicion;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.alarm.Alarms;
import io.github.steelyard.reports.run.suspicion.AlarmRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
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
            TableColumn.text(1, "model", "The model's name in the suite.", AlarmRow::model),
            TableColumn.text(2, "dataset", "The data set's name in the suite.", AlarmRow::dataset),
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
