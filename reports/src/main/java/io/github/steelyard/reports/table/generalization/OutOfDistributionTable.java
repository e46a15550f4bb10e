package io.github.steelyard.reports.table.generalization;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.generalization.OutOfDistributionRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** What models make of data that are foreign to them. */
@AutoService(ReportTable.class)
public final class OutOfDistributionTable extends RecordTable<OutOfDistributionRow> {
  public OutOfDistributionTable() {
    super(
        "out_of_distribution",
        "One row for each measure of each score, of each model on each split that a suite calls"
            + " foreign to another one: how well the score tells the examples of both apart.",
        OutOfDistributionRow.class,
        List.of(
            UnitColumns.model(1, OutOfDistributionRow::model),
            TableColumn.text(
                2,
                "dataset",
                "The data set whose classes the model knows.",
                row -> row.foreign().originDataset()),
            TableColumn.text(3, "split", "Its split.", row -> row.foreign().originSplit()),
            TableColumn.text(
                4,
                "foreign_dataset",
                "The data set that is foreign to it.",
                row -> row.foreign().dataset()),
            TableColumn.text(5, "foreign_split", "That one's split.", row -> row.foreign().split()),
            TableColumn.text(
                6,
                "score",
                "Higher for examples that look familiar: 'confidence' (the highest probability),"
                    + " 'max-logit' or 'energy' (the logarithm of the sum of exp(logit)).",
                OutOfDistributionRow::score),
            TableColumn.text(
                7,
                "measure",
                "'auroc': the probability that an own example has a higher score than a foreign one,"
                    + " ties counting half. 'fpr-at-95': the share of foreign examples at or above"
                    + " the threshold that 95 % of the own ones reach.",
                OutOfDistributionRow::measure),
            TableColumn.nullableNumber(
                8,
                "value",
                "0..1",
                "The measure; of 'auroc' more is better, of 'fpr-at-95' less.",
                OutOfDistributionRow::value),
            TableColumn.nullableText(
                9,
                "undefined_reason",
                "Why there is no value; none where there is one.",
                OutOfDistributionRow::undefinedReason),
            IntervalColumns.lower(
                10,
                "0..1",
                "Lower bound of the value's confidence interval.",
                OutOfDistributionRow::interval),
            IntervalColumns.upper(
                11,
                "0..1",
                "Upper bound of the value's confidence interval.",
                OutOfDistributionRow::interval),
            IntervalColumns.confidence(12, OutOfDistributionRow::interval),
            IntervalColumns.method(
                13,
                "How the interval was made: 'jackknife', over the groups of both splits.",
                OutOfDistributionRow::interval),
            TableColumn.nullableText(
                14,
                "no_interval_reason",
                "Why a value has no interval.",
                OutOfDistributionRow::noIntervalReason),
            TableColumn.nullableNumber(
                15,
                "error_bound",
                "0..1",
                "The most by which the value of the scores themselves can differ, since scores are"
                    + " kept in bins.",
                OutOfDistributionRow::errorBound),
            TableColumn.count(
                16,
                "examples",
                "examples",
                "Own examples that have scores.",
                OutOfDistributionRow::examples),
            TableColumn.count(
                17,
                "foreign_examples",
                "examples",
                "Foreign examples that have scores.",
                OutOfDistributionRow::foreignExamples)));
  }
}
