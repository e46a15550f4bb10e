package io.github.steelyard.reports.table.generalization;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.generalization.DomainRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.DifferenceColumns;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
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
            UnitColumns.model(1, DomainRow::model),
            RelativeColumns.dataset(2, DomainRow::relative),
            RelativeColumns.split(3, DomainRow::relative),
            RelativeColumns.originDataset(4, DomainRow::relative),
            RelativeColumns.originSplit(5, DomainRow::relative),
            MetricColumns.metric(6, DomainRow::metric),
            MetricColumns.aspect(7, DomainRow::aspect),
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
            DifferenceColumns.undefinedReason(11, DomainRow::undefinedReason),
            DifferenceColumns.lower(12, DomainRow::interval),
            DifferenceColumns.upper(13, DomainRow::interval),
            IntervalColumns.confidence(14, DomainRow::interval),
            DifferenceColumns.method(15, DomainRow::interval),
            DifferenceColumns.noIntervalReason(16, DomainRow::noIntervalReason),
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
