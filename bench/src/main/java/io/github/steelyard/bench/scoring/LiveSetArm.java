package io.github.steelyard.bench.scoring;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.pipeline.SparkWork;
import io.github.steelyard.jobs.evaluate.score.UnitScore;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.Map;

/** What is alive after the stage while its result is held, of some rows and of more. */
final class LiveSetArm implements Arm {
  static final String FEW = "liveBytes";
  static final String MANY = "liveBytesOfFourTimesTheRows";

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private final Unit few;
  private final Unit many;

  LiveSetArm(PredictionFiles few, PredictionFiles many) {
    this.few = few.unit();
    this.many = many.unit();
  }

  @Override
  public Measurement round() throws IOException {
    liveAfter(few); // What Spark and the virtual machine keep of a first time is no part of it.
    double[] live = new double[2];
    Measurement measured =
        SparkWork.measure(
            few.split().examples() + many.split().examples(),
            () -> {
              live[0] = liveAfter(few);
              live[1] = liveAfter(many);
            });
    return new Measurement(
        measured.examples(),
        measured.wallNanos(),
        measured.cpuNanos(),
        Map.of(FEW, live[0], MANY, live[1]));
  }

  private static double liveAfter(Unit unit) throws IOException {
    UnitScore score = ScoreArm.score(unit);
    try {
      MEMORY.gc();
      return MEMORY.getHeapMemoryUsage().getUsed();
    } finally {
      Reference.reachabilityFence(score);
    }
  }

  @Override
  public Answers answers() {
    return Answers.NONE;
  }
}
