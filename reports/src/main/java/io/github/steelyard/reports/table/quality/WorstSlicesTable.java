package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.WorstSliceRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** Where models do worst. */
@AutoService(ReportTable.class)
public final class WorstSlicesTable extends RecordTable<WorstSliceRow> {
  public WorstSlicesTable() {
    super(
        "worst_slices",
        "One row for each value of each metric and each slice column: the slice that the model does"
            + " worst on, among those that have a value. It has no interval, since it was chosen"
            + " for being the worst.",
        WorstSliceRow.class,
        List.of(
            UnitColumns.model(1, WorstSliceRow::model),
            UnitColumns.dataset(2, WorstSliceRow::dataset),
            UnitColumns.split(3, WorstSliceRow::split),
            TableColumn.text(4, "slice_column", "The slice's column.", WorstSliceRow::sliceColumn),
            TableColumn.text(
                5, "slice_value", "The worst slice's value.", WorstSliceRow::sliceValue),
            MetricColumns.metric(6, WorstSliceRow::metric),
            MetricColumns.aspect(7, WorstSliceRow::aspect),
            TableColumn.number(
                8,
                "value",
                "see column 'unit'",
                "The metric for the worst slice.",
                WorstSliceRow::value),
            TableColumn.nullableNumber(
                9,
                "whole_value",
                "see column 'unit'",
                "The metric for all examples of the split.",
                WorstSliceRow::wholeValue),
            TableColumn.nullableNumber(
                10,
                "difference",
                "see column 'unit'",
                "value - whole_value.",
                WorstSliceRow::difference),
            TableColumn.text(
                11,
                "no_interval_reason",
                "Why the value has no interval.",
                WorstSliceRow::noIntervalReason),
            TableColumn.count(
                12,
                "slices",
                "slices",
                "Slices of the column that have a value, among which it is the worst.",
                WorstSliceRow::slices),
            TableColumn.count(
                13,
                "examples",
                "examples",
                "Examples that the worst slice's value was computed from.",
                WorstSliceRow::examples),
            TableColumn.text(
                14,
                "direction",
                "Whether 'higher' or 'lower' is better.",
                WorstSliceRow::direction),
            TableColumn.text(
                15,
                "unit",
                "Unit of the value: 'nats'; empty for a pure number.",
                WorstSliceRow::unit),
            ShiftColumns.shift(16, WorstSliceRow::shift),
            ShiftColumns.kind(17, WorstSliceRow::shift),
            ShiftColumns.severity(18, WorstSliceRow::shift)));
  }
}
