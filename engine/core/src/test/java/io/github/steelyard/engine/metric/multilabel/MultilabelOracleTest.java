package io.github.steelyard.engine.metric.multilabel;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.Oracle;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.engine.task.multilabel.MultilabelTask;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric against scikit-learn, on the files of scripts/oracles/multilabel_metrics.py. */
class MultilabelOracleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "weighted",
        "logits",
        "ties",
        "sure",
        "right",
        "wrong",
        "absent",
        "no-label",
        "nothing-predicted",
        "nothing-at-all",
        "all-labels",
        "no-weight",
        "one-example",
        "one-label-without-weight",
        "two-labels",
        "beyond-32"
      })
  void everyValueAgreesWithScikitLearn(String name) {
    Oracle oracle = new Oracle("multilabel", name);
    String[] header = oracle.header();
    int labels = (header.length - 1) / 2;
    List<String[]> rows = oracle.rows();
    int[][] truths = new int[rows.size()][];
    float[][] scores = new float[rows.size()][labels];
    for (int row = 0; row < truths.length; row++) {
      String[] cells = rows.get(row);
      truths[row] = IntStream.range(0, labels).filter(label -> cells[label].equals("1")).toArray();
      for (int label = 0; label < labels; label++) {
        scores[row][label] = Float.parseFloat(cells[labels + 1 + label]);
      }
    }
    RowBlock examples = MultilabelRows.examples(truths);
    for (int row = 0; row < truths.length; row++) {
      examples.doubles("weight")[row] = Double.parseDouble(rows.get(row)[labels]);
    }
    boolean logits = header[labels + 1].startsWith("logits");
    OutputKind kind = logits ? OutputKind.LOGITS : OutputKind.PROBABILITIES;
    Scorecard scorecard =
        new Scorecard(
            Metrics.of(MultilabelTask.NAME), MetricSettings.of(LabelMap.numbered(labels)));
    scorecard.add(examples, MultilabelRows.outcomes(examples, scores, kind));
    oracle.check(scorecard);
  }
}
