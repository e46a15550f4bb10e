package io.github.steelyard.reports.table.generalization;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.generalization.DomainAgreementRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.MetricColumns;
import java.util.List;

/** The order of models in other domains. */
@AutoService(ReportTable.class)
public final class DomainAgreementsTable extends RecordTable<DomainAgreementRow> {
  public DomainAgreementsTable() {
    super(
        "domain_agreements",
        "One row for each value of each metric in each domain that a suite calls the relative of a"
            + " split: whether the models come in the same order in both.",
        DomainAgreementRow.class,
        List.of(
            RelativeColumns.dataset(1, DomainAgreementRow::relative),
            RelativeColumns.split(2, DomainAgreementRow::relative),
            RelativeColumns.originDataset(3, DomainAgreementRow::relative),
            RelativeColumns.originSplit(4, DomainAgreementRow::relative),
            MetricColumns.metric(5, DomainAgreementRow::metric),
            MetricColumns.aspect(6, DomainAgreementRow::aspect),
            TableColumn.count(
                7, "models", "models", "Models that have both values.", DomainAgreementRow::models),
            TableColumn.nullableNumber(
                8,
                "spearman",
                "-1..1",
                "Spearman's correlation of the models' ranks.",
                DomainAgreementRow::spearman),
            TableColumn.nullableNumber(
                9,
                "kendall",
                "-1..1",
                "Kendall's tau-b of the models.",
                DomainAgreementRow::kendall),
            TableColumn.nullableText(
                10,
                "undefined_reason",
                "Why the two are undefined; none where they are not.",
                DomainAgreementRow::undefinedReason)));
  }
}
