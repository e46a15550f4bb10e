package io.github.steelyard.reports.table.suspicion;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.suspicion.DuplicateRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** Which examples models have seen in training. */
@AutoService(ReportTable.class)
public final class DuplicatesTable extends RecordTable<DuplicateRow> {
  public DuplicatesTable() {
    super(
        "duplicates",
        "One row for each example of a split that is like a training example, at most 10,000 of a"
            + " split and a kind; 'contamination' counts all of them.",
        DuplicateRow.class,
        List.of(
            UnitColumns.dataset(1, DuplicateRow::dataset),
            TableColumn.text(2, "split", "The split's name.", DuplicateRow::split),
            TableColumn.text(
                3,
                "train_split",
                "The split on which models were trained.",
                DuplicateRow::trainSplit),
            TableColumn.text(4, "kind", "'exact', 'near' or 'text'.", row -> row.kind().toString()),
            TableColumn.count(
                5,
                "ordinal",
                "place",
                "The example's place in its split, from 0: its ordinal in the prepared examples.",
                DuplicateRow::ordinal),
            TableColumn.count(
                6,
                "train_ordinal",
                "place",
                "The place of the first training example that it is like.",
                DuplicateRow::trainOrdinal)));
  }
}
