package io.github.steelyard.engine.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.regression.RegressionRows;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.engine.task.regression.RegressionTask;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What trained models said of real examples, on the files of scripts/oracles/recompute.py: values
 * and intervals, of independent examples that weigh 1 and of weighted ones in clusters.
 */
class RealPredictionsTest {
  private static final double PRECISION = 1e-9;
  private static final String WEIGHTED = "-weighted";
  private static final int FIRST_NUMBER = 3;

  @ParameterizedTest
  @CsvSource({
    "lenet-1, ''", "lenet-1, -weighted",
    "lenet-4, ''", "lenet-4, -weighted",
    "lenet-5, ''", "lenet-5, -weighted",
    "dl4j-mnist-lenet, ''", "dl4j-mnist-lenet, -weighted",
    "breast-cancer, ''", "breast-cancer, -weighted",
    "digits, ''", "digits, -weighted"
  })
  void everyFigureOfClassesIsThatOfScikitLearn(String model, String variant) {
    Oracle oracle = new Oracle("real", model);
    List<String[]> rows = oracle.rows();
    float[][] scores = new float[rows.size()][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = numbers(rows.get(row));
    }
    int[] labels = rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray();
    RowBlock examples = ClassificationRows.examples(labels);
    fill(examples, rows, variant);
    int classes = scores[0].length;
    RowBlock outcomes =
        ClassificationRows.outcomes(
            examples, scores, ClassificationRows.settings(classes, OutputKind.PROBABILITIES));
    check(oracle, variant, ClassificationTask.NAME, LabelMap.numbered(classes), examples, outcomes);
  }

  @ParameterizedTest
  @CsvSource({"diabetes, ''", "diabetes, -weighted"})
  void everyFigureOfNumbersIsThatOfScikitLearn(String model, String variant) {
    Oracle oracle = new Oracle("real", model);
    List<String[]> rows = oracle.rows();
    float[] predictions = new float[rows.size()];
    for (int row = 0; row < predictions.length; row++) {
      predictions[row] = numbers(rows.get(row))[0];
    }
    double[] targets = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
    RowBlock examples = RegressionRows.examples(targets);
    fill(examples, rows, variant);
    RowBlock outcomes = RegressionRows.outcomes(examples, predictions);
    LabelMap none = RegressionRows.METRIC_SETTINGS.labels();
    check(oracle, variant, RegressionTask.NAME, none, examples, outcomes);
  }

  private static float[] numbers(String[] cells) {
    float[] numbers = new float[cells.length - FIRST_NUMBER];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(cells[FIRST_NUMBER + i]);
    }
    return numbers;
  }

  private static void fill(RowBlock examples, List<String[]> rows, String variant) {
    for (int row = 0; row < rows.size(); row++) {
      String[] cells = rows.get(row);
      examples.doubles("weight")[row] =
          variant.equals(WEIGHTED) ? row % 5 / 2.0 : Double.parseDouble(cells[1]);
      examples.ints("group")[row] = Integer.parseInt(cells[2]);
    }
  }

  private static void check(
      Oracle oracle,
      String variant,
      String task,
      LabelMap labels,
      RowBlock examples,
      RowBlock outcomes) {
    boolean clustered = variant.equals(WEIGHTED);
    Scorecard scorecard = new Scorecard(Metrics.of(task), new MetricSettings(labels, clustered));
    scorecard.add(examples, outcomes);
    oracle.check(scorecard, oracle.name() + variant, PRECISION);
    List<String> lines = oracle.lines(oracle.name() + variant + ".intervals.csv");
    assertThat(lines).hasSizeGreaterThan(3);
    lines.stream().skip(1).forEach(line -> checkInterval(scorecard, line.split(",")));
  }

  private static void checkInterval(Scorecard scorecard, String[] cells) {
    Estimate estimate =
        scorecard.estimates(0.95).stream()
            .map(ScoreRow::estimate)
            .filter(of -> of.metric().equals(cells[0]) && of.aspect().equals(cells[1]))
            .findFirst()
            .orElseThrow();
    Interval interval = estimate.uncertainty().interval();
    String name = String.join(",", cells);
    assertThat(interval).as("%s: %s", name, estimate.uncertainty().reason()).isNotNull();
    assertThat(interval.lower()).as(name).isCloseTo(Double.parseDouble(cells[2]), close(cells[2]));
    assertThat(interval.upper()).as(name).isCloseTo(Double.parseDouble(cells[3]), close(cells[3]));
  }

  private static Offset<Double> close(String number) {
    return within(PRECISION * Math.max(1, Math.abs(Double.parseDouble(number))));
  }
}
