package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.SliceDifferenceRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.DifferenceColumns;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** Slices against each other. */
@AutoService(ReportTable.class)
public final class SliceDifferencesTable extends RecordTable<SliceDifferenceRow> {
  public SliceDifferencesTable() {
    super(
        "slice_differences",
        "One row for each value of each metric and each slice: by how much it differs from the rest"
            + " of its column, the examples that have another value there.",
        SliceDifferenceRow.class,
        List.of(
            UnitColumns.model(1, SliceDifferenceRow::model),
            UnitColumns.dataset(2, SliceDifferenceRow::dataset),
            UnitColumns.split(3, SliceDifferenceRow::split),
            TableColumn.text(
                4, "slice_column", "The slice's column.", SliceDifferenceRow::sliceColumn),
            TableColumn.text(
                5, "slice_value", "The slice's value.", SliceDifferenceRow::sliceValue),
            MetricColumns.metric(6, SliceDifferenceRow::metric),
            MetricColumns.aspect(7, SliceDifferenceRow::aspect),
            TableColumn.nullableNumber(
                8, "value", "the metric's", "The metric for the slice.", SliceDifferenceRow::value),
            TableColumn.nullableNumber(
                9,
                "rest_value",
                "the metric's",
                "The metric for the rest of the column.",
                SliceDifferenceRow::restValue),
            TableColumn.nullableNumber(
                10,
                "difference",
                "the metric's",
                "value - rest_value.",
                SliceDifferenceRow::difference),
            DifferenceColumns.undefinedReason(11, SliceDifferenceRow::undefinedReason),
            DifferenceColumns.lower(12, SliceDifferenceRow::interval),
            DifferenceColumns.upper(13, SliceDifferenceRow::interval),
            IntervalColumns.confidence(14, SliceDifferenceRow::interval),
            DifferenceColumns.method(15, SliceDifferenceRow::interval),
            DifferenceColumns.noIntervalReason(16, SliceDifferenceRow::noIntervalReason),
            TableColumn.nullableNumber(
                17,
                "adjusted_p_value",
                "0..1",
                "P-value that the two do not differ, adjusted for all slices of the column"
                    + " (Benjamini and Hochberg).",
                SliceDifferenceRow::adjustedPValue),
            TableColumn.count(
                18,
                "examples",
                "examples",
                "Scored examples of the slice.",
                SliceDifferenceRow::examples),
            TableColumn.count(
                19,
                "rest_examples",
                "examples",
                "Scored examples of the rest of the column.",
                SliceDifferenceRow::restExamples),
            ShiftColumns.shift(20, SliceDifferenceRow::shift),
            ShiftColumns.kind(21, SliceDifferenceRow::shift),
            ShiftColumns.severity(22, SliceDifferenceRow::shift)));
  }
}
