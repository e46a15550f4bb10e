package io.github.steelyard.bench.scoring;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.pipeline.SparkWork;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * One aggregation for each metric, by group, as the jackknife needs it; to collect the rows, and
 * what would be made of them, is not even counted. The scores of ranking metrics are binned, else
 * all of them would have to be sorted.
 */
final class SparkJobsArm implements Arm {
  private static final String CONFUSION =
      "SELECT `group`, label, prediction, count(*), sum(weight) FROM %s GROUP BY 1, 2, 3";
  private static final String ACCURACY =
      "SELECT `group`, count(*), sum(weight), sum(if(label = prediction, weight, 0)) FROM %s GROUP BY 1";
  private static final String BRIER =
      "SELECT `group`, sum(weight), sum(weight * (sum_squares - 2 * exp(label_log_probability) + 1))"
          + " FROM %s GROUP BY 1";
  private static final String LOG_LOSS =
      "SELECT `group`, sum(weight), sum(-weight * greatest(-36.04, least(-2.2e-16, label_log_probability)))"
          + " FROM %s GROUP BY 1";
  private static final String CALIBRATION =
      "SELECT `group`, least(9, int(confidence * 10)), sum(weight), sum(weight * confidence),"
          + " sum(if(label = prediction, weight, 0)) FROM %s GROUP BY 1, 2";
  private static final String RANKING =
      "SELECT `group`, class, int(score * 511), class = label, count(*), sum(weight) FROM"
          + " (SELECT `group`, label, weight, posexplode(scores) AS (class, score) FROM %s)"
          + " GROUP BY 1, 2, 3, 4";

  /** Precision, recall, F1 and kappa each count the matrix, ROC-AUC and average precision bins. */
  private static final List<String> QUERIES =
      Stream.of(
              List.of(ACCURACY, BRIER, LOG_LOSS, CALIBRATION),
              Collections.nCopies(4, CONFUSION),
              Collections.nCopies(2, RANKING))
          .flatMap(List::stream)
          .toList();

  private final SparkSession spark = SparkWork.session();
  private final String joined;
  private final long rows;

  /**
   * @param few for a first round, in which code is compiled
   */
  SparkJobsArm(Workplace workplace, PredictionFiles few, PredictionFiles files) throws IOException {
    this.joined = files.joined(workplace).toString();
    this.rows = files.unit().split().examples();
    query(few.joined(workplace).toString());
  }

  private void query(String folder) {
    String table = "parquet.`" + folder + "`";
    for (String query : QUERIES) {
      spark.sql(query.formatted(table)).write().format("noop").mode("overwrite").save();
    }
  }

  @Override
  public Measurement round() throws IOException {
    return SparkWork.measure(rows, () -> query(joined));
  }

  @Override
  public Answers answers() {
    return Answers.NONE;
  }
}
