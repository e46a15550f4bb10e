package io.github.steelyard.reports.table.quality;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.quality.RiskCoverageRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;

/** What it is worth to answer only when sure. */
@AutoService(ReportTable.class)
public final class RiskCoverageTable extends RecordTable<RiskCoverageRow> {
  public RiskCoverageTable() {
    super(
        "risk_coverage",
        "One row for each point of the risk-coverage curve of each unit, at most 100 of them: the share of wrong answers where only the most confident examples are answered.",
        RiskCoverageRow.class,
        List.of(
            UnitColumns.model(1, RiskCoverageRow::model),
            UnitColumns.dataset(2, RiskCoverageRow::dataset),
            UnitColumns.split(3, RiskCoverageRow::split),
            ShiftColumns.shift(4, RiskCoverageRow::shift),
            ShiftColumns.kind(5, RiskCoverageRow::shift),
            ShiftColumns.severity(6, RiskCoverageRow::shift),
            TableColumn.number(
                7,
                "coverage",
                "0..1",
                "The share that is answered, by weight.",
                RiskCoverageRow::coverage),
            TableColumn.number(
                8,
                "risk",
                "0..1",
                "The share of wrong answers among them, by weight.",
                RiskCoverageRow::risk),
            TableColumn.number(
                9,
                "least_confidence",
                "0..1",
                "The mean confidence of the least confident bin that is answered; the bins are those of risk-coverage-area.",
                RiskCoverageRow::leastConfidence)));
  }
}
