package io.github.steelyard.reports.table.generalization;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** How well the models generalize. */
@AutoService(ReportTable.class)
public final class GapsTable extends RecordTable<GapRow> {
  public GapsTable() {
    super(
        "gaps",
        "One row for each metric's difference between a training split and a split that the model"
            + " has not seen, and between a split called 'validation' ('valid', 'val', 'dev'),"
            + " which models may have been chosen by, and the others.",
        GapRow.class,
        List.of(
            UnitColumns.model(1, GapRow::model),
            UnitColumns.dataset(2, GapRow::dataset),
            MetricColumns.metric(3, GapRow::metric),
            MetricColumns.aspect(4, GapRow::aspect),
            TableColumn.text(
                5, "train_split", "The split it was trained on, or chosen by.", GapRow::trainSplit),
            TableColumn.text(6, "test_split", "The split not seen.", GapRow::testSplit),
            TableColumn.nullableNumber(
                7,
                "train_value",
                "the metric's",
                "The metric on 'train_split'.",
                GapRow::trainValue),
            TableColumn.nullableNumber(
                8,
                "test_value",
                "the metric's",
                "The metric on the other split.",
                GapRow::testValue),
            TableColumn.nullableNumber(
                9,
                "gap",
                "the metric's",
                "train_value - test_value: above 0 for an over-fitted model's accuracy, below 0 for"
                    + " its loss.",
                GapRow::gap),
            TableColumn.nullableText(
                10,
                "undefined_reason",
                "Why there is no gap; none where there is one.",
                GapRow::undefinedReason),
            IntervalColumns.lower(
                11,
                "the metric's",
                "Lower bound of the confidence interval of the gap.",
                GapRow::interval),
            IntervalColumns.upper(
                12,
                "the metric's",
                "Upper bound of the confidence interval of the gap.",
                GapRow::interval),
            IntervalColumns.confidence(13, GapRow::interval),
            IntervalColumns.method(14, "How the interval was made.", GapRow::interval),
            TableColumn.nullableText(
                15, "no_interval_reason", "Why a gap has no interval.", GapRow::noIntervalReason),
            TableColumn.text(
                16,
                "verdict",
                "On the split not seen the model is 'worse', 'better', or 'not distinguishable', by"
                    + " the interval of this gap alone; 'too few' or 'unknown' where there is none.",
                row -> row.verdict().toString()),
            TableColumn.text(
                17,
                "reference",
                "What 'train_split' was to the model: 'training' or 'validation'.",
                row -> row.reference().toString())));
  }
}
