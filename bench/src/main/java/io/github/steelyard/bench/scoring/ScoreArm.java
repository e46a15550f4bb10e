package io.github.steelyard.bench.scoring;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.pipeline.SparkWork;
import io.github.steelyard.datasets.slice.DefinedSlices;
import io.github.steelyard.engine.metric.scorecard.ScoreRow;
import io.github.steelyard.jobs.evaluate.score.ScoreStage;
import io.github.steelyard.jobs.evaluate.score.UnitScore;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;

/** The stage as a run has it, and the intervals that follow in the driver. */
final class ScoreArm implements Arm {
  static final String RATE = "rowsPerSecond";
  static final String WANTED = "wantedRowsPerSecond";
  private static final double WANTED_RATE = 3e6;

  private final Unit unit;

  /**
   * @param few for a first round, in which code is compiled
   */
  ScoreArm(PredictionFiles few, PredictionFiles files) throws IOException {
    this.unit = files.unit();
    for (int round = 0; round < 3; round++) {
      score(few.unit());
    }
  }

  /** The values of all metrics, and what they were made of. */
  static UnitScore score(Unit unit) throws IOException {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(SparkWork.session().sparkContext());
    DefinedSlices none =
        DefinedSlices.of(
            SparkWork.session(), List.of(unit.split()), List.of(), true, (split, problem) -> {});
    UnitScore score = new ScoreStage(spark, none).run(List.of(unit)).get(0);
    String problem = score.problem();
    if (problem != null) {
      throw new IOException(problem);
    }
    List<ScoreRow> rows = score.card().estimates(0.95);
    if (rows.stream().noneMatch(row -> row.estimate().uncertainty().interval() != null)) {
      throw new IOException("No metric has an interval");
    }
    return score;
  }

  @Override
  public Measurement round() throws IOException {
    Measurement measured = SparkWork.measure(unit.split().examples(), () -> score(unit));
    double rate = measured.examples() * 1e9 / measured.wallNanos();
    return new Measurement(
        measured.examples(),
        measured.wallNanos(),
        measured.cpuNanos(),
        Map.of(RATE, rate, WANTED, WANTED_RATE));
  }

  @Override
  public Answers answers() {
    return Answers.NONE;
  }
}
