package io.github.steelyard.bench.scoring;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import java.io.IOException;
import java.util.List;

/** From stored predictions to metrics with intervals. */
@AutoService(Benchmark.class)
public final class ScoringBenchmark implements Benchmark {
  private static final String STAGE = "stage";
  private static final String SCAN = "scan";
  private static final String JOBS = "spark-job-per-metric";
  private static final String LIVE = "live-set";
  private static final long ROWS = 20_000_000;

  /** Enough that what a stage takes besides its rows is no tenth of it. */
  private static final long QUICK_ROWS = 10_000_000;

  private static final long FEW_ROWS = 1_000_000;

  /** A Spark job for each metric takes minutes for 20 million. */
  private static final long JOB_ROWS = 1_000_000;

  private static final long FEW_JOB_ROWS = 250_000;

  @Override
  public String name() {
    return "scoring";
  }

  @Override
  public String question() {
    return "Ten metrics of ten classes with intervals, from 20 million stored predictions (10 million with --quick) on"
        + " two tasks: rows a second against the three million that are wanted, against reading the same columns and"
        + " nothing more, and against the rows a second of one Spark job for each metric, over a table of 1 million rows"
        + " that is joined already (20 million would take minutes; with --quick a quarter of a million); and what stays on the heap after the"
        + " stage, of four times the rows against once.";
  }

  @Override
  public List<String> arms() {
    return List.of(STAGE, SCAN, JOBS, LIVE);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("scoring-rows", Ratio.figures(STAGE, ScoreArm.RATE, ScoreArm.WANTED)).atLeast(1),
        Target.of("scoring-scan", Ratio.throughput(STAGE, SCAN)),
        Target.of("scoring-spark-jobs", Ratio.throughput(STAGE, JOBS)).atLeast(10),
        Target.of("scoring-memory", Ratio.figures(LIVE, LiveSetArm.MANY, LiveSetArm.FEW))
            .atMost(1.1));
  }

  @Override
  public Turns turns() {
    return new Turns(0, 3);
  }

  @Override
  public Arm open(String arm, Workplace workplace) throws IOException {
    PredictionFiles few = PredictionFiles.of(workplace, FEW_ROWS);
    if (arm.equals(LIVE)) {
      return new LiveSetArm(few, PredictionFiles.of(workplace, 4 * FEW_ROWS));
    }
    if (arm.equals(JOBS)) {
      return new SparkJobsArm(
          workplace,
          PredictionFiles.of(workplace, FEW_JOB_ROWS),
          PredictionFiles.of(workplace, workplace.quick() ? FEW_JOB_ROWS : JOB_ROWS));
    }
    PredictionFiles files = PredictionFiles.of(workplace, workplace.quick() ? QUICK_ROWS : ROWS);
    return arm.equals(STAGE) ? new ScoreArm(few, files) : new ScanArm(files);
  }
}
