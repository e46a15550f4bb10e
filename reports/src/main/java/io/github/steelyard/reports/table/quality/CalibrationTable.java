package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.CalibrationRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** What a temperature does to the models' confidences. */
@AutoService(ReportTable.class)
public final class CalibrationTable extends RecordTable<CalibrationRow> {
  public CalibrationTable() {
    super(
        "calibration",
        "One row for each metric that a temperature can change, of each unit on inputs as they are,"
            + " where the suite asks for it ('calibrate'); or one row that says why there is no"
            + " temperature. It is fitted on 40 of the split's 100 groups, the values are of 30"
            + " others.",
        CalibrationRow.class,
        List.of(
            UnitColumns.model(1, CalibrationRow::model),
            UnitColumns.dataset(2, CalibrationRow::dataset),
            UnitColumns.split(3, CalibrationRow::split),
            TableColumn.nullableNumber(
                4,
                "temperature",
                "1",
                "What the logits are divided by before the softmax; above 1 where the model was too"
                    + " sure.",
                CalibrationRow::temperature),
            TableColumn.nullableText(
                5,
                "undefined_reason",
                "Why there is no temperature, or no difference of this metric.",
                CalibrationRow::undefinedReason),
            TableColumn.count(
                6,
                "fitted",
                "examples",
                "Examples that the temperature was fitted on.",
                CalibrationRow::fitted),
            TableColumn.count(
                7,
                "reported",
                "examples",
                "Examples that the values are of.",
                CalibrationRow::reported),
            TableColumn.nullableText(
                8, "metric", "The metric's id: 'log-loss'.", CalibrationRow::metric),
            TableColumn.nullableText(
                9, "aspect", "Which of the metric's values this is.", CalibrationRow::aspect),
            TableColumn.nullableNumber(
                10,
                "before",
                "the metric's",
                "With the model's own confidences.",
                CalibrationRow::before),
            TableColumn.nullableNumber(
                11, "after", "the metric's", "At the temperature.", CalibrationRow::after),
            TableColumn.nullableNumber(
                12, "difference", "the metric's", "after - before.", CalibrationRow::difference),
            IntervalColumns.lower(
                13,
                "the metric's",
                "Lower bound of the confidence interval of the difference; it does not know that the"
                    + " temperature was fitted.",
                CalibrationRow::interval),
            IntervalColumns.upper(
                14,
                "the metric's",
                "Upper bound of the confidence interval of the difference.",
                CalibrationRow::interval),
            IntervalColumns.confidence(15, CalibrationRow::interval),
            IntervalColumns.method(16, "How the interval was made.", CalibrationRow::interval),
            TableColumn.nullableText(
                17,
                "no_interval_reason",
                "Why a difference has no interval.",
                CalibrationRow::noIntervalReason)));
  }
}
