package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.table.Intervals;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.ShiftColumns;
import io.github.steelyard.reports.table.TableColumn;
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
            TableColumn.text(1, "model", "The model's name in the suite.", MetricRow::model),
            TableColumn.text(2, "dataset", "The data set's name in the suite.", MetricRow::dataset),
            TableColumn.text(3, "split", "The data set's split.", MetricRow::split),
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
            TableColumn.text(6, "metric", "The metric's id: 'accuracy'.", MetricRow::metric),
            TableColumn.nullableText(
                7,
                "aspect",
                "Which of the metric's values this is: 'macro', a class, a k.",
                MetricRow::aspect),
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
            TableColumn.nullableNumber(
                10,
                "lower",
                "see column 'unit'",
                "Lower bound of the confidence interval.",
                row -> Intervals.part(row.interval(), Interval::lower)),
            TableColumn.nullableNumber(
                11,
                "upper",
                "see column 'unit'",
                "Upper bound of the confidence interval.",
                row -> Intervals.part(row.interval(), Interval::upper)),
            TableColumn.nullableNumber(
                12,
                "confidence",
                "0..1",
                "The interval's confidence: 0.95.",
                row -> Intervals.part(row.interval(), Interval::confidence)),
            TableColumn.nullableText(
                13,
                "interval_method",
                "How the interval was made: 'wilson', 'jackknife' or 'bootstrap'.",
                row -> Intervals.part(row.interval(), Interval::method)),
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
