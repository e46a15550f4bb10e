package io.github.steelyard.reports.table.comparison;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.comparison.AgreementRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** Whether models that should be the same are. */
@AutoService(ReportTable.class)
public final class AgreementsTable extends RecordTable<AgreementRow> {
  public AgreementsTable() {
    super(
        "agreements",
        "One row for each split on which both models of a pair ran that the suite says to be the"
            + " same ('same_as'): how far their answers are apart.",
        AgreementRow.class,
        List.of(
            UnitColumns.model(1, AgreementRow::model),
            TableColumn.text(
                2, "same_as", "The model that it should be the same as.", AgreementRow::sameAs),
            UnitColumns.dataset(3, AgreementRow::dataset),
            TableColumn.text(4, "split", "The split's name.", AgreementRow::split),
            TableColumn.text(
                5,
                "engine",
                "The engine that ran the model, and its version.",
                AgreementRow::engine),
            TableColumn.text(
                6,
                "same_as_engine",
                "The engine that ran the other model, and its version.",
                AgreementRow::sameAsEngine),
            TableColumn.count(
                7,
                "examples",
                "examples",
                "Examples that both have scored.",
                AgreementRow::examples),
            TableColumn.count(
                8,
                "equal_predictions",
                "examples",
                "Those to which both give the same answer.",
                AgreementRow::equalPredictions),
            TableColumn.count(
                9,
                "not_compared",
                "examples",
                "Examples that at least one of them could not score.",
                AgreementRow::notCompared),
            TableColumn.number(
                10,
                "largest_difference",
                "0..1, 0..2 of numbers",
                "The largest difference between two probabilities of an example: of all classes"
                    + " where the predictions keep all scores, else of the predicted and of the"
                    + " example's own class; of a regression, between the predicted"
                    + " numbers, as a share of the larger one where that is above 1.",
                AgreementRow::largestDifference),
            TableColumn.number(
                11,
                "mean_difference",
                "0..1, 0..2 of numbers",
                "The mean over the examples of each one's largest difference.",
                AgreementRow::meanDifference),
            TableColumn.number(
                12,
                "largest_log_difference",
                "nats",
                "The largest difference between the log-probabilities of an example's class; 0"
                    + " where examples have no class of their own.",
                AgreementRow::largestLogDifference),
            TableColumn.number(
                13,
                "tolerance",
                "0..1, 0..2 of numbers",
                "What the suite lets answers differ by.",
                AgreementRow::tolerance),
            TableColumn.flag(
                14,
                "agrees",
                "Whether both scored the same examples, and nothing differs by more than the"
                    + " tolerance.",
                AgreementRow::agrees)));
  }
}
