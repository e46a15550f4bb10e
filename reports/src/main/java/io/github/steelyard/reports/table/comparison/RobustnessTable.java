package io.github.steelyard.reports.table.comparison;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.comparison.RobustnessRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** How the models bear what is done to their inputs. */
@AutoService(ReportTable.class)
public final class RobustnessTable extends RecordTable<RobustnessRow> {
  public RobustnessTable() {
    super(
        "robustness",
        "One row for each measure of each model on a split whose inputs were shifted; the grid of"
            + " shifts and severities itself stands in 'metrics'.",
        RobustnessRow.class,
        List.of(
            UnitColumns.model(1, RobustnessRow::model),
            UnitColumns.dataset(2, RobustnessRow::dataset),
            UnitColumns.split(3, RobustnessRow::split),
            TableColumn.nullableText(
                4,
                "shift",
                "The shift: 'fog'; none for a number over all of them.",
                RobustnessRow::shift),
            TableColumn.text(
                5,
                "measure",
                "Its id: 'mean-error' (mean over severities of the error:"
                    + " of the metric that leads the task's leaderboard, or of 1 less it where"
                    + " higher is better, as 1 - accuracy), 'error-increase' (that"
                    + " less the error on the inputs as they were), 'corruption-error' and"
                    + " 'relative-corruption-error' (these two as shares of the baseline model's,"
                    + " Hendrycks and Dietterich 2019; over all shifts: mCE and relative mCE, of"
                    + " ImageNet-C's fifteen), 'effective-robustness' (mean accuracy under shifts"
                    + " less what the line of all models, in logits, foretells from the accuracy"
                    + " without, Taori et al. 2020).",
                RobustnessRow::measure),
            TableColumn.nullableNumber(
                6, "value", "1", "The value; none where undefined.", RobustnessRow::value),
            TableColumn.nullableText(
                7,
                "undefined_reason",
                "Why there is no value; none where there is one.",
                RobustnessRow::undefinedReason),
            TableColumn.nullableText(
                8,
                "baseline",
                "The model that it is measured against; none where none takes part.",
                RobustnessRow::baseline),
            TableColumn.index(
                9,
                "cells",
                "cells",
                "Pairs of shift and severity that it was computed from.",
                RobustnessRow::cells)));
  }
}
