package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** The quality of the models. */
@AutoService(ReportTable.class)
public final class MetricsTable extends RecordTable<MetricRow> {
  public MetricsTable() {
    super(
        "metrics",
        "One row for each value of each metric, of each unit and each of its slices. A value that"
            + " is undefined is empty and has its reason.",
        MetricRow.class,
        List.of(
            UnitColumns.model(1, MetricRow::model),
            UnitColumns.dataset(2, MetricRow::dataset),
            UnitColumns.split(3, MetricRow::split),
            TableColumn.nullableText(
                4,
                "slice_column",
                "The slice's column; none for all examples of the split.",
                MetricRow::sliceColumn),
            TableColumn.nullableText(
                5,
                "slice_value",
                "The slice's value; none where the examples have none in that column.",
                MetricRow::sliceValue),
            MetricColumns.metric(6, MetricRow::metric),
            MetricColumns.aspect(7, MetricRow::aspect),
            TableColumn.nullableNumber(
                8,
                "value",
                "see column 'unit'",
                "The value; none where undefined.",
                MetricRow::value),
            TableColumn.nullableText(
                9,
                "undefined_reason",
                "Why there is no value; none where there is one.",
                MetricRow::undefinedReason),
            IntervalColumns.lower(
                10,
                "see column 'unit'",
                "Lower bound of the confidence interval.",
                MetricRow::interval),
            IntervalColumns.upper(
                11,
                "see column 'unit'",
                "Upper bound of the confidence interval.",
                MetricRow::interval),
            IntervalColumns.confidence(12, MetricRow::interval),
            IntervalColumns.method(
                13,
                "How the interval was made: 'wilson', 'jackknife' or 'bootstrap'.",
                MetricRow::interval),
            TableColumn.nullableText(
                14,
                "no_interval_reason",
                "Why a value has no interval.",
                MetricRow::noIntervalReason),
            TableColumn.count(
                15,
                "examples",
                "examples",
                "Examples that the value was computed from.",
                MetricRow::examples),
            TableColumn.text(
                16,
                "direction",
                "Whether 'higher' or 'lower' is better, or 'none' of them.",
                MetricRow::direction),
            TableColumn.text(
                17, "unit", "Unit of the value: 'nats'; empty for a pure number.", MetricRow::unit),
            ShiftColumns.shift(18, MetricRow::shift),
            ShiftColumns.kind(19, MetricRow::shift),
            ShiftColumns.severity(20, MetricRow::shift)));
  }
}
