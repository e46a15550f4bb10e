package io.github.steelyard.reports.table.unit;

import com.google.auto.service.AutoService;
import io.github.steelyard.reports.run.unit.BinaryDecision;
import io.github.steelyard.reports.run.unit.SeenInputs;
import io.github.steelyard.reports.run.unit.UnitSettings;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

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
            UnitColumns.model(1, UnitSettings::model),
            UnitColumns.dataset(2, UnitSettings::dataset),
            UnitColumns.split(3, UnitSettings::split),
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
                UnitSettings::foreignTo),
            TableColumn.nullableText(
                14,
                "positive",
                "The class that means yes to the metrics of a yes-or-no question; none where there"
                    + " are no such metrics, as the next four.",
                UnitSettingsTable::positive),
            number(
                15,
                "threshold",
                "0..1",
                "The least score of that class for which an example is taken for positive.",
                BinaryDecision::threshold),
            number(
                16,
                "beta",
                "times",
                "How many times as important as precision recall is in binary-f-beta.",
                BinaryDecision::beta),
            number(
                17,
                "at_recall",
                "0..1",
                "The least recall that precision-at-recall asks for.",
                BinaryDecision::recall),
            number(
                18,
                "at_precision",
                "0..1",
                "The least precision that recall-at-precision asks for.",
                BinaryDecision::precision),
            TableColumn.index(
                19,
                "task_version",
                "version",
                "Version of what the task stores of a model's answers; values of two versions are"
                    + " not compared.",
                UnitSettings::taskVersion),
            TableColumn.nullableIndex(
                20,
                "shift_version",
                "version",
                "Version of the shift; values under two versions are not compared.",
                UnitSettings::shiftVersion),
            inputs(
                21,
                "decoded_least",
                "the data's",
                "The least number among the decoded inputs of the split's first examples, up to"
                    + " 256; none under a shift, or where no inputs were there, as the next five.",
                seen -> seen.decoded().least()),
            inputs(
                22,
                "decoded_greatest",
                "the data's",
                "The greatest of them.",
                seen -> seen.decoded().greatest()),
            inputs(
                23,
                "decoded_mean_absolute",
                "the data's",
                "The mean of their absolute values.",
                seen -> seen.decoded().meanAbsolute()),
            inputs(
                24,
                "input_least",
                "the model's",
                "The least number that the model was given of these examples, after its"
                    + " preprocessing.",
                seen -> seen.given().least()),
            inputs(
                25,
                "input_greatest",
                "the model's",
                "The greatest of them.",
                seen -> seen.given().greatest()),
            inputs(
                26,
                "input_mean_absolute",
                "the model's",
                "The mean of their absolute values.",
                seen -> seen.given().meanAbsolute())));
  }

  private static TableColumn<UnitSettings> inputs(
      int id, String name, String unit, String doc, ToDoubleFunction<SeenInputs> value) {
    return nullable(id, name, unit, doc, UnitSettings::inputs, value);
  }

  /** A number of a part of the settings that is not always there. */
  private static <T> TableColumn<UnitSettings> nullable(
      int id,
      String name,
      String unit,
      String doc,
      Function<UnitSettings, @Nullable T> part,
      ToDoubleFunction<T> value) {
    return TableColumn.nullableNumber(
        id,
        name,
        unit,
        doc,
        settings -> {
          T found = part.apply(settings);
          return found == null ? null : value.applyAsDouble(found);
        });
  }

  private static @Nullable String positive(UnitSettings unit) {
    BinaryDecision binary = unit.binary();
    return binary == null ? null : binary.positive();
  }

  private static TableColumn<UnitSettings> number(
      int id, String name, String unit, String doc, ToDoubleFunction<BinaryDecision> value) {
    return nullable(id, name, unit, doc, UnitSettings::binary, value);
  }
}
