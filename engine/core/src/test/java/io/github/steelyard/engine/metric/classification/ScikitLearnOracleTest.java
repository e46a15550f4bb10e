package io.github.steelyard.engine.metric.classification;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.Oracle;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric against scikit-learn, on the files of scripts/oracles/classification_metrics.py. */
class ScikitLearnOracleTest {
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
  void everyValueAgreesWithScikitLearn(String name) {
    Oracle oracle = new Oracle("classification", name);
    String[] header = oracle.header();
    int classes = header.length - 2;
    boolean logits = header[2].startsWith("logits");
    List<String[]> rows = oracle.rows();
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
    oracle.check(scorecard);
  }
}
