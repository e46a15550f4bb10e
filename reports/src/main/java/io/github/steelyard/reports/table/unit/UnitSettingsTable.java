package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.UnitSettings;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.ShiftColumns;
import io.github.steelyard.reports.table.TableColumn;
import java.util.List;

/** What the units' values depend on beside the stored rows. */
@AutoService(ReportTable.class)
public final class UnitSettingsTable extends RecordTable<UnitSettings> {
  /** Its name. */
  public static final String NAME = "unit_settings";

  public UnitSettingsTable() {
    super(
        NAME,
        "One row for each row of 'run_units': what its values depend on beside the stored examples"
            + " and predictions, so that 'score' can compute them again.",
        UnitSettings.class,
        List.of(
            TableColumn.text(1, "model", "The model's name in the suite.", UnitSettings::model),
            TableColumn.text(
                2, "dataset", "The data set's name in the suite.", UnitSettings::dataset),
            TableColumn.text(3, "split", "The data set's split.", UnitSettings::split),
            ShiftColumns.shift(4, UnitSettings::shift),
            ShiftColumns.kind(5, UnitSettings::shift),
            ShiftColumns.severity(6, UnitSettings::shift),
            TableColumn.text(
                7, "format", "What the data set's files are: 'csv', 'idx'.", UnitSettings::format),
            TableColumn.nullableText(
                8,
                "cluster_by",
                "The column whose values keep examples together; none where all are independent.",
                UnitSettings::clusterBy),
            TableColumn.nullableText(
                9,
                "train_split",
                "The data set's split that models were trained on, where one is known.",
                UnitSettings::trainSplit),
            TableColumn.nullableText(
                10,
                "same_as",
                "The model whose answers this one should give, too.",
                UnitSettings::sameAs),
            TableColumn.flag(
                11,
                "all_scores",
                "Whether every score of an example is kept beyond 32 classes, too.",
                UnitSettings::allScores),
            TableColumn.nullableText(
                12,
                "relative_of",
                "The data set and split ('digits/test') that this one stands beside as another"
                    + " domain.",
                UnitSettings::relativeOf),
            TableColumn.nullableText(
                13,
                "foreign_to",
                "The data set and split ('digits/test') that this one is foreign to: then its"
                    + " labels are none of the models' classes, and it has no metrics.",
                UnitSettings::foreignTo)));
  }
}
