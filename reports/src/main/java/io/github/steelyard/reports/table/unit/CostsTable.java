package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.CostRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** What the models cost. */
@AutoService(ReportTable.class)
public final class CostsTable extends RecordTable<CostRow> {
  public CostsTable() {
    super(
        "costs",
        "One row for each cost of each model.",
        CostRow.class,
        List.of(
            UnitColumns.model(1, CostRow::model),
            TableColumn.text(
                2,
                "cost",
                "The cost's id: 'parameters', 'trained-parameters' (without running statistics),"
                    + " 'parameters-without-embeddings', 'macs-per-example' (1 MAC = 2 FLOPs),"
                    + " 'weight-bytes', 'file-bytes', 'training-seconds', 'training-cpu-seconds'."
                    + " Only where this run predicted something: 'replicas' (loads of the weights),"
                    + " 'replicas-per-process' (of the process with most), 'peak-off-heap-bytes'"
                    + " (of the process that held most beside the Java heap, other models in it"
                    + " included).",
                CostRow::cost),
            TableColumn.number(
                3,
                "value",
                "see column 'unit'",
                "The cost; counts are exact up to 2^53.",
                CostRow::value),
            TableColumn.text(4, "unit", "Unit of the value.", CostRow::unit),
            TableColumn.text(
                5,
                "kind",
                "'exact' (counted), 'measured' or 'estimated'.",
                row -> row.kind().toString()),
            TableColumn.text(
                6,
                "source",
                "Where it comes from: the graph, the file, a card; what was measured, and how.",
                CostRow::source)));
  }
}
