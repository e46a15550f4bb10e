package io.github.steelyard.reports.table.generalization;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.generalization.DomainRow;
import io.github.steelyard.reports.table.DifferenceColumns;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import java.util.List;

/** Models by domains. */
@AutoService(ReportTable.class)
public final class DomainsTable extends RecordTable<DomainRow> {
  public DomainsTable() {
    super(
        "domains",
        "One row for each value of each metric, of each model in each domain that a suite calls the"
            + " relative of a split: what it is worth there, and there among the others.",
        DomainRow.class,
        List.of(
            TableColumn.text(1, "model", "The model's name in the suite.", DomainRow::model),
            RelativeColumns.dataset(2, DomainRow::relative),
            RelativeColumns.split(3, DomainRow::relative),
            RelativeColumns.originDataset(4, DomainRow::relative),
            RelativeColumns.originSplit(5, DomainRow::relative),
            TableColumn.text(6, "metric", "The metric's id: 'accuracy'.", DomainRow::metric),
            TableColumn.nullableText(
                7,
                "aspect",
                "Which of the metric's values this is: 'macro', a class, a k.",
                DomainRow::aspect),
            TableColumn.nullableNumber(
                8, "value", "the metric's", "The metric in the domain.", DomainRow::value),
            TableColumn.nullableNumber(
                9,
                "origin_value",
                "the metric's",
                "The metric on the split that it is held against.",
                DomainRow::originValue),
            TableColumn.nullableNumber(
                10, "difference", "the metric's", "value - origin_value.", DomainRow::difference),
            TableColumn.nullableText(
                11,
                "undefined_reason",
                "Why there is no difference; none where there is one.",
                DomainRow::undefinedReason),
            DifferenceColumns.lower(12, DomainRow::interval),
            DifferenceColumns.upper(13, DomainRow::interval),
            DifferenceColumns.confidence(14, DomainRow::interval),
            DifferenceColumns.method(15, DomainRow::interval),
            TableColumn.nullableText(
                16,
                "no_interval_reason",
                "Why a difference has no interval.",
                DomainRow::noIntervalReason),
            TableColumn.nullableNumber(
                17,
                "rank",
                "rank",
                "The model's place in the domain among those that have both values, 1 the best;"
                    + " equal ones share their mean.",
                DomainRow::rank),
            TableColumn.nullableNumber(
                18, "origin_rank", "rank", "Its place in the origin.", DomainRow::originRank),
            TableColumn.nullableNumber(
                19,
                "rank_difference",
                "rank",
                "rank - origin_rank: above 0 where others overtake it.",
                DomainRow::rankDifference)));
  }
}
