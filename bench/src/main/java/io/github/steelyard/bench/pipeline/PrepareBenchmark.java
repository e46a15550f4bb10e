package io.github.steelyard.bench.pipeline;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.jobs.evaluate.plan.EvaluationPlan;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From a user's files to shards: reading, checking, sorting, hashing, writing. */
@AutoService(Benchmark.class)
public final class PrepareBenchmark implements Benchmark {
  private static final String FLOATS = "array-float";
  private static final String BINARY = "binary";
  private static final String CSV = "csv";
  private static final String IDX = "idx";
  private static final String JPEG = "jpeg";
  private static final int ROWS = 100_000;
  private static final int FEW_ROWS = 20_000;
  private static final int TEXT_ROWS = 8_000;
  private static final int IMAGES = 4_000;

  @Override
  public String name() {
    return "prepare";
  }

  @Override
  public String question() {
    return "Preparing rows of 784 numbers on two tasks, from arrays of floats in Parquet, from the same as binary, from CSV"
        + " and from IDX, and JPEG images of 96x96 pixels scaled to 32x32: how many rows a second?";
  }

  @Override
  public List<String> arms() {
    return List.of(FLOATS, BINARY, CSV, IDX, JPEG);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of("prepare-binary-array-float", Ratio.throughput(BINARY, FLOATS)),
        Target.of("prepare-csv-array-float", Ratio.throughput(CSV, FLOATS)),
        Target.of("prepare-idx-array-float", Ratio.throughput(IDX, FLOATS)),
        Target.of("prepare-jpeg-array-float", Ratio.throughput(JPEG, FLOATS)));
  }

  @Override
  public Turns turns() {
    return new Turns(1, 3);
  }

  @Override
  public Arm open(String arm, Workplace workplace) throws IOException {
    int rows = workplace.quick() ? FEW_ROWS : ROWS;
    String source =
        switch (arm) {
          case FLOATS -> Sources.floats(workplace, rows);
          case BINARY -> Sources.binary(workplace, rows);
          case CSV -> Sources.csv(workplace, TEXT_ROWS);
          case IDX -> Sources.idx(workplace, FEW_ROWS);
          default -> Sources.jpeg(workplace, IMAGES, "32x32");
        };
    Path folder = SparkWork.folder(workplace, name() + "-" + arm);
    // No model is there: what is measured ends before one is needed.
    Suite suite = SparkWork.suite(folder, source, "  - {name: none, path: none}\n");
    return new Preparation(suite, folder.resolve("out"));
  }

  private record Preparation(Suite suite, Path out) implements Arm {
    @Override
    public Measurement round() throws IOException {
      SparkWork.delete(out);
      long[] examples = {0};
      Measurement measured =
          SparkWork.measure(
              1,
              () -> {
                EvaluationPlan plan =
                    EvaluationPlan.prepared(SparkWork.session(), suite, SparkWork.options(out));
                examples[0] =
                    plan.splits().stream().mapToLong(split -> split.prepared().examples()).sum();
              });
      return new Measurement(examples[0], measured.wallNanos(), measured.cpuNanos());
    }

    @Override
    public Answers answers() {
      return Answers.NONE;
    }
  }
}
