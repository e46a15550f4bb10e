package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Scorecards of random answers of four classes. */
abstract class ScorecardSamples {
  static final int CLASSES = 4;

  static final MetricSettings SETTINGS = MetricSettings.of(LabelMap.numbered(CLASSES));

  static final List<Metric> METRICS = Metrics.of(ClassificationTask.NAME);

  static Scorecard scorecard(Rows... parts) {
    Scorecard scorecard = new Scorecard(METRICS, SETTINGS);
    for (Rows part : parts) {
      scorecard.add(part.examples(), part.outcomes());
    }
    return scorecard;
  }

  static byte[] bytes(Scorecard scorecard) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      scorecard.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  static Scorecard read(byte[] bytes) throws IOException {
    return Scorecard.read(METRICS, SETTINGS, new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  /** The same rows in another order or a part of them. */
  static Rows chosen(Rows rows, List<Integer> order) {
    return new Rows(chosen(rows.examples(), order), chosen(rows.outcomes(), order));
  }

  static RowBlock chosen(RowBlock block, List<Integer> order) {
    RowBlock copy = new RowBlock(block.columns(), order.size());
    for (Column column : block.columns()) {
      String name = column.name();
      for (int row = 0; row < order.size(); row++) {
        int from = order.get(row);
        switch (column.type()) {
          case INT32 -> copy.ints(name)[row] = block.ints(name)[from];
          case INT64 -> copy.longs(name)[row] = block.longs(name)[from];
          case FLOAT64 -> copy.doubles(name)[row] = block.doubles(name)[from];
          case STRING -> copy.strings(name)[row] = block.strings(name)[from];
          case INT32_LIST -> copy.intLists(name)[row] = block.intLists(name)[from];
          case FLOAT32_LIST -> copy.floatLists(name)[row] = block.floatLists(name)[from];
          default -> throw new AssertionError(column);
        }
        copy.nulls(name).set(row, block.nulls(name).get(from));
      }
    }
    return copy;
  }

  static void notScored(Rows rows, int row) {
    for (Column column : rows.outcomes().columns()) {
      if (column.nullable()) {
        rows.outcomes().nulls(column.name()).set(row);
      }
    }
  }

  static Rows sample(int count, long seed, boolean weighted) {
    Rows rows = ClassificationRows.random(count, CLASSES, seed, weighted, "site", "day");
    notScored(rows, 3);
    notScored(rows, count - 1);
    return rows;
  }

  static Estimate estimate(Scorecard scorecard, Slice slice, String metric, String aspect) {
    return scorecard.estimates(0.95).stream()
        .filter(row -> row.slice().equals(slice))
        .map(ScoreRow::estimate)
        .filter(row -> row.metric().equals(metric) && row.aspect().equals(aspect))
        .findFirst()
        .orElseThrow();
  }
}
