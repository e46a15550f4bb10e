package io.github.steelyard.reports.table.comparison;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.table.RecordTable;
import io.github.steelyard.reports.table.ReportTable;
import io.github.steelyard.reports.table.TableColumn;
import io.github.steelyard.reports.table.column.IntervalColumns;
import io.github.steelyard.reports.table.column.MetricColumns;
import io.github.steelyard.reports.table.column.ShiftColumns;
import io.github.steelyard.reports.table.column.UnitColumns;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Models held against each other. */
@AutoService(ReportTable.class)
public final class ComparisonsTable extends RecordTable<ComparisonRow> {
  private static final String METRICS_UNIT = "the metric's";
  private static final String PROBABILITY = "0..1";

  public ComparisonsTable() {
    super(
        "comparisons",
        "One row for each pair of models, each split, shift and slice, and each value of each"
            + " metric: by how much they differ on the same examples. What any compared model of"
            + " the split could not score has left all of its rows ('excluded'). Models are"
            + " comparable that were asked the same of the same examples: the same task, data set,"
            + " contents, split, limit, label map, and shift with its severity, each in the same"
            + " version. What belongs to the model (preprocessing, engine, precision, batch size,"
            + " order and kind of its outputs) makes no difference. Single classes are compared on"
            + " all examples of a split alone, up to 100 of them; shifted inputs on all examples,"
            + " in metrics of one value. Pairs x slices of a split stay within 2,000, the largest"
            + " slices first.",
        ComparisonRow.class,
        List.of(
            TableColumn.text(1, "model", "The larger model's name.", row -> row.pair().model()),
            TableColumn.text(2, "other", "The smaller model's name.", row -> row.pair().other()),
            UnitColumns.dataset(3, row -> row.pair().dataset()),
            UnitColumns.split(4, row -> row.pair().split()),
            ShiftColumns.shift(5, row -> row.pair().shift()),
            ShiftColumns.severity(6, row -> row.pair().shift()),
            TableColumn.nullableText(
                7,
                "slice_column",
                "The slice's column; none for all examples of the split.",
                row -> row.pair().sliceColumn()),
            TableColumn.nullableText(
                8, "slice_value", "The slice's value.", row -> row.pair().sliceValue()),
            TableColumn.nullableText(
                9,
                "metric",
                "The metric's id: 'accuracy'; none where the models are not comparable.",
                row -> found(row, PairedDifference::metric)),
            MetricColumns.aspect(
                10, row -> found(row, found -> found.aspect().isEmpty() ? null : found.aspect())),
            TableColumn.nullableNumber(
                11,
                "value",
                METRICS_UNIT,
                "The larger model's value on the examples that all compared models could score.",
                row -> found(row, PairedDifference::first)),
            TableColumn.nullableNumber(
                12,
                "other_value",
                METRICS_UNIT,
                "The smaller model's value on the same examples.",
                row -> found(row, PairedDifference::second)),
            TableColumn.nullableNumber(
                13,
                "difference",
                METRICS_UNIT,
                "value - other_value.",
                row -> found(row, PairedDifference::difference)),
            IntervalColumns.lower(
                14,
                METRICS_UNIT,
                "Lower bound of the confidence interval of the difference, of this one alone.",
                ComparisonsTable::interval),
            IntervalColumns.upper(
                15,
                METRICS_UNIT,
                "Upper bound of the confidence interval of the difference.",
                ComparisonsTable::interval),
            IntervalColumns.confidence(16, ComparisonsTable::interval),
            IntervalColumns.method(
                17,
                "How the interval was made: 'tango' of shares of independent, unweighted examples,"
                    + " else 'jackknife'.",
                ComparisonsTable::interval),
            TableColumn.nullableNumber(
                18,
                "p_value",
                PROBABILITY,
                "Two-sided, that the models do not differ: McNemar's mid-p where the interval is"
                    + " Tango's, else Student's t of the jackknife.",
                row -> found(row, PairedDifference::pValue)),
            TableColumn.nullableNumber(
                19,
                "exact_p_value",
                PROBABILITY,
                "McNemar's exact one, where the interval is Tango's.",
                row -> found(row, PairedDifference::exactPValue)),
            TableColumn.nullableNumber(
                20,
                "p_holm",
                PROBABILITY,
                "p_value adjusted by Holm within its family: one value of one metric on one split"
                    + " under one shift, all pairs on all examples, or all pairs x slices. The"
                    + " verdict goes by it.",
                row -> row.judgement().holm()),
            TableColumn.nullableNumber(
                21,
                "p_benjamini_hochberg",
                PROBABILITY,
                "p_value adjusted by Benjamini and Hochberg within the same family.",
                row -> row.judgement().benjaminiHochberg()),
            TableColumn.index(
                22, "tests", "tests", "P-values of the family.", row -> row.judgement().tests()),
            TableColumn.nullableCount(
                23,
                "only_model",
                "examples",
                "Examples that the larger model alone gets right, of shares of hits.",
                row -> discordant(row, DiscordantPairs::onlyFirst)),
            TableColumn.nullableCount(
                24,
                "only_other",
                "examples",
                "Examples that the smaller model alone gets right, of shares of hits.",
                row -> discordant(row, DiscordantPairs::onlySecond)),
            TableColumn.nullableCount(
                25,
                "examples",
                "examples",
                "Examples that were compared.",
                row -> found(row, PairedDifference::examples)),
            TableColumn.count(
                26,
                "excluded",
                "examples",
                "Examples that left the comparison: some compared model could not score them.",
                ComparisonRow::excluded),
            TableColumn.nullableNumber(
                27,
                "detectable_difference",
                METRICS_UNIT,
                "The smallest difference that these examples show with a power of 80 %, at the"
                    + " level of one interval, given how much the two models have in common.",
                row -> row.judgement().detectable()),
            TableColumn.nullableNumber(
                28,
                "examples_needed",
                "examples",
                "How many examples show the difference that was seen with a power of 80 %.",
                row -> row.judgement().examplesNeeded()),
            TableColumn.text(
                29,
                "verdict",
                "The larger model is 'better', 'worse', or 'not distinguishable', by p_holm and the"
                    + " run's confidence; 'too few': fewer than 20 groups, or than 5 events or"
                    + " groups that decide; 'unknown': a value is undefined, or no interval of such"
                    + " differences is known; 'not comparable'.",
                row -> row.verdict().toString()),
            TableColumn.nullableText(
                30,
                "reason",
                "Why there is no difference, no interval of it, or no comparison.",
                ComparisonRow::reason)));
  }

  private static <T> @Nullable T found(
      ComparisonRow row, Function<PairedDifference, @Nullable T> part) {
    PairedDifference found = row.found();
    return found == null ? null : part.apply(found);
  }

  private static @Nullable Interval interval(ComparisonRow row) {
    return found(row, found -> found.uncertainty().interval());
  }

  private static @Nullable Long discordant(
      ComparisonRow row, Function<DiscordantPairs, Long> part) {
    PairedDifference found = row.found();
    DiscordantPairs pairs = found == null ? null : found.discordant();
    return pairs == null ? null : part.apply(pairs);
  }
}
