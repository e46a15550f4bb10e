package io.github.steelyard.jobs.evaluate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Jackknife;
import io.github.steelyard.engine.statistics.McNemar;
import io.github.steelyard.engine.statistics.PairedJackknife;
import io.github.steelyard.engine.statistics.Tango;
import io.github.steelyard.jobs.compare.CompareStage;
import io.github.steelyard.jobs.evaluate.BadInputTest;
import io.github.steelyard.reports.leaderboard.Leaderboard;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * One model's weights behind several preprocessings, held against each other and against what a
 * driver alone finds in the stored outcomes. One of the preprocessings is so large that numbers
 * overflow in some examples, which cannot be scored then.
 */
class ComparisonsIT extends BadInputTest {
  private static final int EXAMPLES = 600;

  private Path suite(String evaluate) throws IOException {
    String models =
        """
          - {name: plain, path: %1$s}
          - {name: moved, path: %1$s, preprocessing: {mean: 0.6}}
          - {name: overflowing, path: %1$s, preprocessing: {scale: 2e38}}
        """
            .formatted(model());
    return Files.writeString(
        folder.resolve("suite.yaml"),
        "name: compared\ndatasets:\n  - {name: flowers, format: csv, id: id, label: kind, labels: [a,"
            + " b], slices: color, splits: {test: {path: "
            + file("test.csv", flowers(EXAMPLES, 3))
            + "}, more: {path: "
            + file("more.csv", flowers(200, 4))
            + "}}}\nmodels:\n"
            + models
            + "evaluate: {"
            + evaluate
            + "}\n");
  }

  private static String flowers(int rows, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("id,color,w,x,y,z,kind\n");
    for (int row = 0; row < rows; row++) {
      text.append("f").append(row).append(row % 3 == 0 ? ",red" : ",blue");
      for (int feature = 0; feature < 4; feature++) {
        text.append(String.format(Locale.ROOT, ",%.3f", random.nextGaussian() + row % 2));
      }
      text.append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    return text.toString();
  }

  /** What the driver reads of one example. */
  private record Outcome(int group, String color, boolean[] hits, double[] losses) {}

  /** The examples of split 'test' that all three models could score; the others as null. */
  private List<Outcome> outcomes(RunResult result, List<String> models) {
    String print =
        result.datasets().stream()
            .filter(row -> row.split().equals("test"))
            .findFirst()
            .orElseThrow()
            .fingerprint();
    spark()
        .read()
        .parquet(out.resolve("data/" + print + "/examples").toString())
        .createOrReplaceTempView("examples");
    StringBuilder columns = new StringBuilder("SELECT e.`group`, e.slice_color");
    StringBuilder joins = new StringBuilder(" FROM examples e");
    for (String model : models) {
      spark().read().parquet(predictions(result, model)).createOrReplaceTempView(model);
      columns.append(", %1$s.prediction = e.label, -%1$s.label_log_probability".formatted(model));
      joins.append(" JOIN %1$s ON e.ordinal = %1$s.ordinal".formatted(model));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Row row : spark().sql(columns + joins.toString()).collectAsList()) {
      boolean[] hits = new boolean[models.size()];
      double[] losses = new double[models.size()];
      boolean scored = !row.anyNull();
      for (int model = 0; scored && model < hits.length; model++) {
        hits[model] = row.getBoolean(2 + 2 * model);
        // As scikit-learn's log_loss clips probabilities.
        losses[model] = Math.min(row.getDouble(3 + 2 * model), -Math.log(0x1p-52));
      }
      outcomes.add(new Outcome(row.getInt(0), row.getString(1), scored ? hits : null, losses));
    }
    return outcomes;
  }

  private String predictions(RunResult result, String model) {
    return result.units().stream()
        .filter(unit -> unit.model().equals(model) && unit.split().equals("test"))
        .map(unit -> out.resolve("predictions").resolve(unit.predictionKey()).toString())
        .findFirst()
        .orElseThrow();
  }

  private static List<ComparisonRow> rows(RunResult result, String metric) {
    return result.rows(ComparisonRow.class).stream()
        .filter(row -> row.of(metric, "") && row.pair().split().equals("test"))
        .toList();
  }

  @Test
  void theRowsAreWhatADriverFindsInTheStoredOutcomes() throws Exception {
    RunResult result = evaluate(suite(""), Map.of(), out);
    List<String> models = List.of("plain", "moved", "overflowing");
    List<Outcome> outcomes = outcomes(result, models);
    long left = outcomes.stream().filter(outcome -> outcome.hits() == null).count();
    assertThat(left).as("examples that overflow").isBetween(1L, EXAMPLES - 100L);

    List<ComparisonRow> accuracies = rows(result, "accuracy");
    assertThat(accuracies).hasSize(3 * 3);
    for (ComparisonRow row : accuracies) {
      check(row, models, outcomes);
    }
    for (ComparisonRow row : rows(result, "log-loss")) {
      if (row.pair().whole()) {
        checkLoss(row, models, outcomes);
      }
    }
    assertThat(result.rows(RankingRow.class))
        .filteredOn(row -> row.metric().equals("accuracy") && row.split().equals("test"))
        .hasSize(3)
        .allMatch(row -> row.tieGroups() != null && row.reason() == null);
    assertThat(rows("comparisons").filter("metric = 'accuracy' AND excluded > 0").count())
        .isPositive();
    assertThat(Leaderboard.text(result)).contains("  * the best accuracy: ");
  }

  private static List<Outcome> of(ComparedPair pair, List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(one -> pair.sliceColumn() == null || one.color().equals(pair.sliceValue()))
        .toList();
  }

  private static void check(ComparisonRow row, List<String> models, List<Outcome> outcomes) {
    int one = models.indexOf(row.pair().model());
    int other = models.indexOf(row.pair().other());
    List<Outcome> all = of(row.pair(), outcomes);
    List<Outcome> scored = all.stream().filter(outcome -> outcome.hits() != null).toList();
    long first = scored.stream().filter(o -> o.hits()[one] && !o.hits()[other]).count();
    long second = scored.stream().filter(o -> o.hits()[other] && !o.hits()[one]).count();
    DiscordantPairs pairs = new DiscordantPairs(first, second, scored.size());

    PairedDifference found = Objects.requireNonNull(row.found());
    assertThat(found.discordant()).as("%s", row.pair()).isEqualTo(pairs);
    assertThat(row.excluded()).isEqualTo(all.size() - scored.size());
    assertThat(found.examples()).isEqualTo(scored.size());
    assertThat(found.difference()).isCloseTo(pairs.difference(), within(1e-12));
    assertThat(found.uncertainty().interval()).isEqualTo(Tango.interval(pairs, 0.95));
    assertThat(found.pValue()).isEqualTo(McNemar.midP(pairs));
    assertThat(found.exactPValue()).isEqualTo(McNemar.exact(pairs));
    assertThat(row.judgement().tests()).isEqualTo(row.pair().whole() ? 3 : 3 * 2);
  }

  private static void checkLoss(ComparisonRow row, List<String> models, List<Outcome> outcomes) {
    int one = models.indexOf(row.pair().model());
    int other = models.indexOf(row.pair().other());
    double[] sums = new double[100];
    long[] counts = new long[100];
    for (Outcome outcome : outcomes) {
      if (outcome.hits() != null) {
        sums[outcome.group()] += outcome.losses()[one] - outcome.losses()[other];
        counts[outcome.group()]++;
      }
    }
    double sum = 0;
    long examples = 0;
    int groups = 0;
    for (int group = 0; group < 100; group++) {
      sum += sums[group];
      examples += counts[group];
      groups += counts[group] > 0 ? 1 : 0;
    }
    double[] without = new double[groups];
    int next = 0;
    for (int group = 0; group < 100; group++) {
      if (counts[group] > 0) {
        without[next++] = (sum - sums[group]) / (examples - counts[group]);
      }
    }

    PairedDifference found = Objects.requireNonNull(row.found());
    double difference = sum / examples;
    assertThat(found.difference()).isCloseTo(difference, within(1e-9 * Math.abs(difference)));
    double error = Jackknife.standardError(without);
    assertThat(found.standardError()).isCloseTo(error, within(1e-6 * error));
    assertThat(found.pValue())
        .isCloseTo(new PairedJackknife(difference, without).pValue().orElseThrow(), within(1e-6));
    Interval expected =
        Objects.requireNonNull(Jackknife.interval(difference, without, 0.95).interval());
    Interval interval = Objects.requireNonNull(found.uncertainty().interval());
    assertThat(interval.lower()).isCloseTo(expected.lower(), within(1e-6 * error));
    assertThat(interval.upper()).isCloseTo(expected.upper(), within(1e-6 * error));
  }

  @Test
  void allPairsOfAllSplitsCostOneJob() throws Exception {
    Path suite = suite("");
    evaluate(suite, Map.of(), out);
    AtomicInteger jobs = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            if (CompareStage.JOB_GROUP.equals(job.properties().getProperty("spark.jobGroup.id"))) {
              jobs.incrementAndGet();
            }
          }
        };
    jsc().sc().addSparkListener(listener);
    try {
      evaluate(suite, Map.of(), out);
      jsc().sc().listenerBus().waitUntilEmpty();
    } finally {
      jsc().sc().removeSparkListener(listener);
    }
    assertThat(jobs).hasValue(1);
  }

  @Test
  void aModelWithoutResultsIsNotComparableAndNothingIsReadWhereNothingIsAskedFor()
      throws Exception {
    RunResult none = evaluate(suite("compare: none"), Map.of(), out);
    assertThat(none.rows(ComparisonRow.class)).isEmpty();

    try (var parts = Files.list(Path.of(predictions(none, "moved")))) {
      for (Path part : parts.toList()) {
        Files.write(part, new byte[] {1, 2, 3});
      }
    }
    RunResult result = evaluate(suite("compare: baseline, baseline: plain"), Map.of(), out);
    assertThat(result.rows(ComparisonRow.class))
        .filteredOn(row -> row.verdict() == Verdict.NOT_COMPARABLE)
        .extracting(row -> row.pair().model() + "/" + row.pair().other() + ": " + row.reason())
        .contains("moved/plain: model 'moved' has no results here: table failures says why")
        .allMatch(text -> text.startsWith("moved/"));
    assertThat(rows(result, "accuracy"))
        .isNotEmpty()
        .noneMatch(row -> row.pair().model().equals("moved") || row.pair().other().equals("moved"));
  }
}
