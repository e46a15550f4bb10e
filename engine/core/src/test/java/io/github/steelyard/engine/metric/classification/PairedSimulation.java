package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.estimate.GroupedValues;
import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.statistics.DiscordantPairs;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How often intervals of paired differences hold the true one, over simulated data sets of two
 * models whose discordant pairs are known: an example of two classes (40 % of the second) is right
 * by the first model alone, by the second alone, wrong by both, or right by both. Where a model is
 * right its class has a probability drawn evenly from 0.5 to 1, else from 0 to 0.5; where both
 * agree it is the same one four times in five. With clusters, half of them are three times as hard
 * as the others.
 *
 * @param clusters 0 for independent examples
 * @param onlyFirst expected number of examples that the first model alone gets right
 * @param onlySecond the same of the second
 */
record PairedSimulation(int examples, int clusters, double onlyFirst, double onlySecond) {
  static final double CONFIDENCE = 0.95;

  private static final List<String> METRICS = List.of("accuracy", "f1", "log-loss");
  private static final double POSITIVE = 0.4;
  private static final double BOTH_WRONG = 0.08;

  /** What a wrong example loses more than a right one: 1 + ln 2 - (1 - ln 2). */
  private static final double LOSS_OF_AN_ERROR = 2 * Math.log(2);

  /** What became of the intervals of one value. */
  static final class Count {
    private int held;
    private int above;
    private int below;
    private int without;
    private int significant;

    void add(double truth, PairedDifference found) {
      Double p = found.pValue();
      significant += p != null && p <= 1 - CONFIDENCE ? 1 : 0;
      add(truth, found.uncertainty().interval());
    }

    void add(double truth, @Nullable Interval interval) {
      if (interval == null) {
        without++;
      } else if (truth < interval.lower()) {
        above++;
      } else if (truth > interval.upper()) {
        below++;
      } else {
        held++;
      }
    }

    void add(Count other) {
      held += other.held;
      above += other.above;
      below += other.below;
      without += other.without;
      significant += other.significant;
    }

    int intervals() {
      return held + above + below;
    }

    /** Data sets whose interval is refused as of too few groups or events. */
    int without() {
      return without;
    }

    double share() {
      return held / (double) intervals();
    }

    double shareAbove() {
      return above / (double) intervals();
    }

    double shareBelow() {
      return below / (double) intervals();
    }

    /** Share of all data sets in which the p-value is at most 5 %. */
    double significant() {
      return significant / (double) (intervals() + without);
    }
  }

  /** By metric and aspect; {@code accuracy, counted} where hits decide alone. */
  Map<String, Count> run(int dataSets, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Double> truth = truth();
    Map<String, Count> counts = new TreeMap<>();
    for (int i = 0; i < dataSets; i++) {
      addDataSet(random, truth, counts);
    }
    return counts;
  }

  private void addDataSet(
      SplittableRandom random, Map<String, Double> truth, Map<String, Count> counts) {
    RowBlock rows = examples(random);
    double[][] own = draw(random, rows.ints(ExampleColumns.GROUP.name()));
    GroupedValues first = values(rows, own[0]);
    for (PairedDifference found : first.differences(values(rows, own[1]), Slice.ALL, CONFIDENCE)) {
      String key = (found.metric() + " " + found.aspect()).strip();
      Double difference = truth.get(key);
      if (difference != null) {
        counts.computeIfAbsent(key, name -> new Count()).add(difference, found);
        if (found.metric().equals("accuracy") && clusters == 0) {
          counts
              .computeIfAbsent(key + ", hits counted", name -> new Count())
              .add(difference, found.counted(discordant(own), CONFIDENCE));
        }
      }
    }
  }

  private RowBlock examples(SplittableRandom random) {
    return ClassificationRows.examples(
        IntStream.range(0, examples).map(row -> random.nextDouble() < POSITIVE ? 1 : 0).toArray());
  }

  /** What is counted of the first model on a data set. */
  Scorecard ofFirst(SplittableRandom random) {
    RowBlock rows = examples(random);
    return scorecard(rows, draw(random, rows.ints(ExampleColumns.GROUP.name()))[0]);
  }

  /**
   * What is counted of the first model on a share of the examples, drawn whatever their cluster,
   * and of the second one on the others: slices {@code first} and {@code second} of a column.
   */
  Scorecard sliced(SplittableRandom random, double share) {
    RowBlock rows = examples(random);
    double[][] own = draw(random, rows.ints(ExampleColumns.GROUP.name()));
    RowBlock slices = new RowBlock(List.of(ExampleColumns.slice(0, "model")), examples);
    double[] probabilities = new double[examples];
    for (int row = 0; row < examples; row++) {
      int model = random.nextDouble() < share ? 0 : 1;
      probabilities[row] = own[model][row];
      slices.strings("slice_model")[row] = model == 0 ? "first" : "second";
    }
    return scorecard(rows.beside(slices), probabilities);
  }

  /** The probability of each example's own class, by model; fills the groups. */
  private double[][] draw(SplittableRandom random, int[] groups) {
    double[] hardness = new double[Math.max(1, clusters)];
    int[] groupOfCluster = new int[hardness.length];
    for (int cluster = 0; cluster < hardness.length; cluster++) {
      hardness[cluster] = clusters == 0 ? 1 : random.nextBoolean() ? 0.5 : 1.5;
      groupOfCluster[cluster] = random.nextInt(ExampleColumns.GROUPS);
    }
    double[][] own = new double[2][examples];
    for (int row = 0; row < examples; row++) {
      int cluster = random.nextInt(hardness.length);
      groups[row] = clusters == 0 ? random.nextInt(ExampleColumns.GROUPS) : groupOfCluster[cluster];
      double place = random.nextDouble() / hardness[cluster];
      boolean first = place < onlyFirst / examples;
      boolean second = !first && place < (onlyFirst + onlySecond) / examples;
      boolean neither =
          !first && !second && place < (onlyFirst + onlySecond) / examples + BOTH_WRONG;
      own[0][row] = probability(random, first || !(second || neither));
      own[1][row] =
          first || second || random.nextDouble() < 0.2
              ? probability(random, second || !(first || neither))
              : own[0][row];
    }
    return own;
  }

  private static double probability(SplittableRandom random, boolean right) {
    return right ? 1 - random.nextDouble() / 2 : (1 - random.nextDouble()) / 2 * (1 - 1e-9);
  }

  private GroupedValues values(RowBlock rows, double[] own) {
    return scorecard(rows, own).grouped(List.of(Slice.ALL));
  }

  private Scorecard scorecard(RowBlock rows, double[] own) {
    RowBlock outcomes =
        new RowBlock(
            new ClassificationTask()
                .outcomeColumns(ClassificationRows.settings(2, OutputKind.PROBABILITIES)),
            examples);
    int[] labels = rows.ints("label");
    for (int row = 0; row < examples; row++) {
      outcomes.longs("ordinal")[row] = rows.longs("ordinal")[row];
      outcomes.ints("prediction")[row] = right(own[row]) ? labels[row] : 1 - labels[row];
      outcomes.doubles("label_log_probability")[row] = Math.log(own[row]);
    }
    MetricSettings settings = new MetricSettings(LabelMap.numbered(2), clusters > 0);
    Scorecard card = new Scorecard(Metrics.of(ClassificationTask.NAME, METRICS), settings);
    card.add(rows, outcomes);
    return card;
  }

  private static boolean right(double own) {
    return own >= 0.5;
  }

  private DiscordantPairs discordant(double[][] own) {
    return new DiscordantPairs(alone(own[0], own[1]), alone(own[1], own[0]), examples);
  }

  private static long alone(double[] one, double[] other) {
    return IntStream.range(0, one.length).filter(i -> right(one[i]) && !right(other[i])).count();
  }

  Map<String, Double> truth() {
    return differences(accuracyOfFirst(), 1 - BOTH_WRONG - onlyFirst / examples);
  }

  double accuracyOfFirst() {
    return 1 - BOTH_WRONG - onlySecond / examples;
  }

  /** By how much the values of a model of the one accuracy exceed those of the other. */
  static Map<String, Double> differences(double first, double second) {
    Map<String, Double> truth = new TreeMap<>();
    truth.put("accuracy", first - second);
    truth.put("log-loss", (second - first) * LOSS_OF_AN_ERROR);
    for (int label = 0; label < 2; label++) {
      truth.put("f1 class=" + label, f1(first, label) - f1(second, label));
    }
    truth.put(
        "f1 macro",
        Arrays.stream(new int[] {0, 1})
            .mapToDouble(label -> truth.get("f1 class=" + label) / 2)
            .sum());
    return truth;
  }

  /** Of a model that gets this share of either class right. */
  private static double f1(double accuracy, int label) {
    double share = label == 1 ? POSITIVE : 1 - POSITIVE;
    double found = share * accuracy;
    return 2 * found / (share + found + (1 - share) * (1 - accuracy));
  }
}
