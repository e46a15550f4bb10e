package io.github.steelyard.reports.table.comparison;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** The order of the models, and which of them are tied. */
@AutoService(ReportTable.class)
public final class RankingsTable extends RecordTable<RankingRow> {
  public RankingsTable() {
    super(
        "rankings",
        "One row for each model in the order of each value of each metric, on all examples of a"
            + " split. Ties come from the verdicts of table 'comparisons'.",
        RankingRow.class,
        List.of(
            UnitColumns.dataset(1, RankingRow::dataset),
            UnitColumns.split(2, RankingRow::split),
            ShiftColumns.shift(3, RankingRow::shift),
            ShiftColumns.severity(4, RankingRow::shift),
            MetricColumns.metric(5, RankingRow::metric),
            MetricColumns.aspect(6, RankingRow::aspect),
            UnitColumns.model(7, RankingRow::model),
            TableColumn.index(8, "rank", "place", "From 1, the best one.", RankingRow::rank),
            TableColumn.number(
                9,
                "value",
                "the metric's",
                "The model's value, as in table 'metrics'.",
                RankingRow::value),
            TableColumn.nullableText(
                10,
                "tie_groups",
                "Letters, by blanks: two models that share one do not differ beyond chance, two"
                    + " that share none do; none where not all pairs could be compared.",
                RankingRow::tieGroups),
            TableColumn.nullableFlag(
                11,
                "tied_with_best",
                "Whether the model does not differ from the best one beyond chance.",
                RankingRow::tiedWithBest),
            TableColumn.nullableText(
                12, "reason", "Why ties could not be told.", RankingRow::reason)));
  }
}
