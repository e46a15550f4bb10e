package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** The data sets of a run. */
@AutoService(ReportTable.class)
public final class DatasetsTable extends RecordTable<DatasetRow> {
  public DatasetsTable() {
    super(
        "datasets",
        "One row for each split that could be prepared; its class counts stand in 'classes'.",
        DatasetRow.class,
        List.of(
            UnitColumns.dataset(1, DatasetRow::name),
            UnitColumns.split(2, DatasetRow::split),
            TableColumn.text(3, "format", "What the files are: 'csv', 'idx'.", DatasetRow::format),
            TableColumn.text(
                4,
                "fingerprint",
                "Hash of contents, labels, split and decoding; the folder below 'data'.",
                DatasetRow::fingerprint),
            TableColumn.count(
                5, "examples", "examples", "Examples of the split.", DatasetRow::examples),
            TableColumn.index(
                6,
                "classes",
                "classes",
                "Classes of the data set, in this split or not; 0 where labels are numbers.",
                row -> row.labels().classes()),
            TableColumn.text(7, "type", "Type of a decoded input.", row -> row.type().toString()),
            TableColumn.text(
                8, "shape", "Shape of one decoded input.", row -> row.shape().toString()),
            TableColumn.texts(9, "label_map", "Name of each class.", row -> row.labels().names()),
            TableColumn.texts(10, "slices", "Names of the slice columns.", DatasetRow::slices),
            TableColumn.index(
                11, "shards", "shards", "Canonical shards it was cut into.", DatasetRow::shards)));
  }
}
