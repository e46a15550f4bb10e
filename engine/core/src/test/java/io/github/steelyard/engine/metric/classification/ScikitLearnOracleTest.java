package io.github.steelyard.engine.metric.classification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Estimate;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.Scorecard;
import io.github.steelyard.engine.task.ClassificationTask;
import io.github.steelyard.engine.task.OutputKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric against scikit-learn, on the files of scripts/oracles/classification_metrics.py. */
class ScikitLearnOracleTest {
  /** Before a metric's id: the value of the scores themselves, not of their bins. */
  private static final String EXACT = "exact:";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "weighted",
        "absent",
        "edges",
        "binary",
        "logits",
        "binary-weighted",
        "binary-ties",
        "binary-sure",
        "binary-right",
        "binary-wrong",
        "binary-all-positive",
        "binary-all-negative",
        "binary-no-weight",
        "one-class",
        "no-weight",
        "one-example"
      })
  void everyValueAgreesWithScikitLearn(String name) throws IOException {
    List<String> lines = lines(name + ".csv");
    String[] header = lines.get(0).split(",");
    int classes = header.length - 2;
    boolean logits = header[2].startsWith("logits");
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",")).toList();
    RowBlock examples =
        ClassificationRows.examples(
            rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray());
    float[][] scores = new float[rows.size()][classes];
    for (int row = 0; row < scores.length; row++) {
      examples.doubles("weight")[row] = Double.parseDouble(rows.get(row)[1]);
      for (int i = 0; i < classes; i++) {
        scores[row][i] = Float.parseFloat(rows.get(row)[2 + i]);
      }
    }
    OutputKind kind = logits ? OutputKind.LOGITS : OutputKind.PROBABILITIES;
    RowBlock outcomes =
        ClassificationRows.outcomes(examples, scores, ClassificationRows.settings(classes, kind));
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(ClassificationTask.NAME), MetricSettings.of(LabelMap.numbered(classes)));
    scorecard.add(examples, outcomes);

    TreeMap<String, Estimate> ours = new TreeMap<>();
    scorecard
        .estimates(0.95)
        .forEach(
            row ->
                ours.put(row.estimate().metric() + "," + row.estimate().aspect(), row.estimate()));
    List<String> known = new ArrayList<>();
    for (String line : lines(name + ".expected.csv").stream().skip(1).toList()) {
      int comma = line.lastIndexOf(',');
      String key = line.substring(0, comma);
      known.add(key);
      check(ours, key, line.substring(comma + 1));
    }
    assertThat(known).as("scikit-learn has a say in all of them").containsAll(ours.keySet());
  }

  private static void check(TreeMap<String, Estimate> ours, String key, String value) {
    String metric = key.substring(0, key.indexOf(','));
    if (metric.startsWith(EXACT)) {
      String id = metric.substring(EXACT.length());
      double bound = ours.get(id + ",error-bound").number();
      assertThat(ours.get(key.substring(EXACT.length())).number())
          .as("%s, which was not binned", key)
          .isCloseTo(Double.parseDouble(value), within(bound + 1e-12));
      return;
    }
    assertThat(ours).containsKey(key);
    Estimate estimate = ours.get(key);
    if (value.equals("undefined")) {
      assertThat(estimate.undefined()).as(key).isNotBlank();
    } else if (value.equals("bound")) {
      assertThat(estimate.number() == null || estimate.number() >= 0).as(key).isTrue();
    } else {
      assertThat(estimate.number()).as(key).isCloseTo(Double.parseDouble(value), within(1e-12));
    }
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ScikitLearnOracleTest.class.getResourceAsStream("/oracle/classification/" + file))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
