package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** Which predictions a run used. */
@AutoService(ReportTable.class)
public final class RunUnitsTable extends RecordTable<RunUnit> {
  public RunUnitsTable() {
    super(
        "run_units",
        "One row for each model on each split that has its predictions: which they are and how"
            + " they were made.",
        RunUnit.class,
        List.of(
            UnitColumns.model(1, RunUnit::model),
            UnitColumns.dataset(2, RunUnit::dataset),
            UnitColumns.split(3, RunUnit::split),
            TableColumn.text(4, "task", "What the model was asked to do.", RunUnit::task),
            TableColumn.text(
                5,
                "prediction_key",
                "The folder below 'predictions' that holds the outcomes.",
                RunUnit::predictionKey),
            TableColumn.text(
                6,
                "fingerprint",
                "The folder below 'data' that holds the examples.",
                RunUnit::fingerprint),
            TableColumn.count(
                7, "examples", "examples", "Examples of the split.", RunUnit::examples),
            TableColumn.count(
                8,
                "not_scored",
                "examples",
                "Those of them that the model could not score, or that the shift has left out.",
                RunUnit::notScored),
            TableColumn.text(9, "engine", "The engine's name.", unit -> unit.engine().engine()),
            TableColumn.text(
                10,
                "engine_version",
                "Version of the engine's library.",
                unit -> unit.engine().version()),
            TableColumn.text(11, "device", "'cpu' or 'gpu'.", unit -> unit.engine().device()),
            TableColumn.text(
                12,
                "kernels",
                "Instruction set and libraries of the engine's native code.",
                unit -> unit.engine().kernels()),
            TableColumn.index(
                13,
                "threads",
                "threads",
                "Threads that one engine used for one batch.",
                unit -> unit.engine().threads()),
            TableColumn.text(
                14,
                "precision",
                "The numbers that the engine was asked to compute with; what a model's own file"
                    + " holds instead stands in its notes.",
                unit -> unit.engine().precision()),
            TableColumn.index(
                15,
                "batch_size",
                "examples",
                "Examples handed to the engine at once.",
                RunUnit::batchSize),
            TableColumn.text(
                16, "preprocessing", "What was done to each input before.", RunUnit::preprocessing),
            TableColumn.text(
                17,
                "outputs",
                "What the model's numbers are: 'probabilities', 'logits', 'values'.",
                RunUnit::outputs),
            TableColumn.index(18, "parts", "files", "Files of predictions.", RunUnit::parts),
            TableColumn.index(
                19,
                "parts_from_cache",
                "files",
                "Those of them that an earlier run had left.",
                RunUnit::partsFromCache),
            TableColumn.number(
                20,
                "inference_seconds",
                "seconds",
                "Wall-clock time in the engine, summed over the run's tasks; 0 where all parts came"
                    + " from the cache.",
                RunUnit::inferenceSeconds),
            ShiftColumns.shift(21, RunUnit::shift),
            ShiftColumns.kind(22, RunUnit::shift),
            ShiftColumns.severity(23, RunUnit::shift)));
  }
}
