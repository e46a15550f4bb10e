package io.github.steelyard.bench.pipeline;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.jobs.evaluate.predict.PredictStage;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.jobs.evaluate.unit.UnitOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The stage as a run has it, its files included.
 *
 * @param units whose predictions it computes anew in each round
 * @param predictions the folder of all of them
 */
record PredictStageArm(List<Unit> units, Path predictions) implements Arm {
  PredictStageArm {
    units = List.copyOf(units);
  }

  @Override
  public Measurement round() throws IOException {
    SparkWork.delete(predictions);
    return SparkWork.measure(
        units.stream().mapToLong(unit -> unit.split().examples()).sum(), this::predict);
  }

  private void predict() throws IOException {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(SparkWork.session().sparkContext());
    for (UnitOutcome outcome : new PredictStage(context).run(units)) {
      if (!outcome.complete()) {
        throw new IOException(outcome.failure().message());
      }
    }
  }

  @Override
  public Answers answers() {
    return Answers.NONE;
  }
}
