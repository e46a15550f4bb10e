package io.github.steelyard.reports.table.suspicion;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.suspicion.ContaminationRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** How many examples models have seen in training. */
@AutoService(ReportTable.class)
public final class ContaminationTable extends RecordTable<ContaminationRow> {
  public ContaminationTable() {
    super(
        "contamination",
        "One row for each kind of duplicate that was looked for in a split. The score without them"
            + " stands in 'metrics', where slice_column is 'contamination' and slice_value 'none'.",
        ContaminationRow.class,
        List.of(
            UnitColumns.dataset(1, ContaminationRow::dataset),
            TableColumn.text(2, "split", "The split's name.", ContaminationRow::split),
            TableColumn.text(
                3,
                "train_split",
                "The split that it was held against, on which models were trained.",
                ContaminationRow::trainSplit),
            TableColumn.text(
                4,
                "kind",
                "'exact': the decoded inputs are the same; 'near': they look the same, and are not"
                    + " exact ones; 'text': the texts beside them are nearly the same, and the"
                    + " inputs are neither.",
                row -> row.kind().toString()),
            TableColumn.text(
                5,
                "method",
                "How they were found, with its version: 'sha-256', 'difference-hash-1' of images,"
                    + " 'minhash-1' of rows, 'text-minhash-1' of texts.",
                ContaminationRow::method),
            TableColumn.count(
                6, "examples", "examples", "Of the split.", ContaminationRow::examples),
            TableColumn.count(
                7,
                "train_examples",
                "examples",
                "Of the training split.",
                ContaminationRow::trainExamples),
            TableColumn.count(
                8,
                "duplicates",
                "examples",
                "Examples of the split that are like at least one training example.",
                ContaminationRow::duplicates),
            TableColumn.number(
                9, "share", "0..1", "duplicates / examples.", ContaminationRow::share),
            TableColumn.count(
                10,
                "skipped_buckets",
                "buckets",
                "Groups of look-alikes that were too large to look at; with more than 0, there may"
                    + " be more duplicates.",
                ContaminationRow::skippedBuckets)));
  }
}
