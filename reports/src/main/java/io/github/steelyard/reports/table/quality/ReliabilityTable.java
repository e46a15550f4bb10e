package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.ReliabilityRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** What confidences are worth. */
@AutoService(ReportTable.class)
public final class ReliabilityTable extends RecordTable<ReliabilityRow> {
  public ReliabilityTable() {
    super(
        "reliability",
        "One row for each bin of the confidence that has examples: a reliability diagram of each unit and each of its slices.",
        ReliabilityRow.class,
        List.of(
            UnitColumns.model(1, ReliabilityRow::model),
            UnitColumns.dataset(2, ReliabilityRow::dataset),
            UnitColumns.split(3, ReliabilityRow::split),
            ShiftColumns.shift(4, ReliabilityRow::shift),
            ShiftColumns.kind(5, ReliabilityRow::shift),
            ShiftColumns.severity(6, ReliabilityRow::shift),
            TableColumn.nullableText(
                7,
                "slice_column",
                "The slice's column; none for all examples of the split.",
                ReliabilityRow::sliceColumn),
            TableColumn.nullableText(
                8, "slice_value", "The slice's value.", ReliabilityRow::sliceValue),
            TableColumn.nullableNumber(
                9,
                "temperature",
                "1",
                "What the logits were divided by before, on the part of the split kept for reports; none for the model's own confidences, on the whole split.",
                ReliabilityRow::temperature),
            TableColumn.number(
                10,
                "lower",
                "0..1",
                "The bin's bound that does not belong to it, but for 0.",
                ReliabilityRow::lower),
            TableColumn.number(
                11, "upper", "0..1", "The bin's bound that belongs to it.", ReliabilityRow::upper),
            TableColumn.count(
                12, "examples", "examples", "Examples in the bin.", ReliabilityRow::examples),
            TableColumn.number(
                13, "weight", "weight", "Sum of their weights.", ReliabilityRow::weight),
            TableColumn.number(
                14,
                "confidence",
                "0..1",
                "Their mean confidence, by weight.",
                ReliabilityRow::confidence),
            TableColumn.number(
                15,
                "accuracy",
                "0..1",
                "The share of them that were taken for their class, by weight.",
                ReliabilityRow::accuracy)));
  }
}
