package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** The confusion matrices, sparse. */
@AutoService(ReportTable.class)
public final class ConfusionTable extends RecordTable<ConfusionRow> {
  public ConfusionTable() {
    super(
        "confusion",
        "One row for each pair of true and predicted class that occurred, of each unit and each of"
            + " its slices.",
        ConfusionRow.class,
        List.of(
            UnitColumns.model(1, ConfusionRow::model),
            UnitColumns.dataset(2, ConfusionRow::dataset),
            UnitColumns.split(3, ConfusionRow::split),
            TableColumn.nullableText(
                4,
                "slice_column",
                "The slice's column; none for all examples of the split.",
                ConfusionRow::sliceColumn),
            TableColumn.nullableText(
                5,
                "slice_value",
                "The slice's value; none where the examples have none in that column.",
                ConfusionRow::sliceValue),
            TableColumn.index(6, "label", "index", "The true class, from 0.", ConfusionRow::label),
            TableColumn.text(7, "label_name", "The true class's name.", ConfusionRow::labelName),
            TableColumn.index(
                8, "prediction", "index", "The class chosen, from 0.", ConfusionRow::prediction),
            TableColumn.text(
                9, "prediction_name", "The chosen class's name.", ConfusionRow::predictionName),
            TableColumn.count(
                10, "examples", "examples", "How often that happened.", ConfusionRow::examples),
            TableColumn.number(
                11,
                "weight",
                "weight",
                "Sum of the examples' weights; their number where all weights are 1.",
                ConfusionRow::weight),
            ShiftColumns.shift(12, ConfusionRow::shift),
            ShiftColumns.kind(13, ConfusionRow::shift),
            ShiftColumns.severity(14, ConfusionRow::shift)));
  }
}
