package io.github.steelyard.reports.table.comparison;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.ShiftColumns;
import io.github.steelyard.reports.table.TableColumn;
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
            TableColumn.text(
                1, "dataset", "The data set's name in the suite.", RankingRow::dataset),
            TableColumn.text(2, "split", "The data set's split.", RankingRow::split),
            ShiftColumns.shift(3, RankingRow::shift),
            ShiftColumns.severity(4, RankingRow::shift),
            TableColumn.text(5, "metric", "The metric's id: 'accuracy'.", RankingRow::metric),
            TableColumn.nullableText(
                6,
                "aspect",
                "Which of the metric's values this is: 'macro', a class, a k.",
                RankingRow::aspect),
            TableColumn.text(7, "model", "The model's name in the suite.", RankingRow::model),
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
