package io.github.steelyard.bench.pipeline;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Measurement;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.jobs.evaluate.EvaluateJob;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.reports.run.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole runs: what several models share when one run evaluates them. */
@AutoService(Benchmark.class)
public final class EightModelsBenchmark implements Benchmark {
  private static final String ONE_PASS = "one-pass";
  private static final String EIGHT_PASSES = "eight-passes";
  private static final String EIGHT_PREPARED = "eight-passes-prepared";
  private static final int MODELS = 8;
  private static final int IMAGES = 4_000;
  private static final int FEW_IMAGES = 1_000;
  private static final int FIRST_WIDTH = 16;

  @Override
  public String name() {
    return "eight-models-jpeg";
  }

  @Override
  public String question() {
    return "Eight small perceptrons on 4,000 JPEG images of 96x96 pixels, Spark started: one run of all of them against eight"
        + " runs of one each, all into empty folders, or the eight over data that are prepared.";
  }

  @Override
  public List<String> arms() {
    return List.of(ONE_PASS, EIGHT_PASSES, EIGHT_PREPARED);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of(name(), Ratio.throughput(ONE_PASS, EIGHT_PASSES)).atLeast(3),
        Target.of("eight-models-jpeg-prepared", Ratio.throughput(ONE_PASS, EIGHT_PREPARED)));
  }

  @Override
  public Turns turns() {
    return new Turns(1, 3);
  }

  @Override
  public Arm open(String arm, Workplace workplace) throws IOException {
    int images = workplace.quick() ? FEW_IMAGES : IMAGES;
    Path folder = SparkWork.folder(workplace, name() + "-" + arm);
    String source = Sources.jpeg(workplace, images, "28x28, channels: 1");
    List<String> models = new ArrayList<>();
    for (int model = 0; model < MODELS; model++) {
      models.add(
          "  - {name: model-%d, path: \"%s\", preprocessing: {scale: 1/255}}\n"
              .formatted(
                  model, Networks.mlp(FIRST_WIDTH + model, 1, 256, 1, 1).files(workplace).zip()));
    }
    List<Suite> suites = new ArrayList<>();
    if (arm.equals(ONE_PASS)) {
      suites.add(SparkWork.suite(folder, source, String.join("", models)));
    } else {
      for (String model : models) {
        suites.add(SparkWork.suite(folder, source, model));
      }
    }
    return new Runs(suites, folder.resolve("out"), !arm.equals(EIGHT_PREPARED), images);
  }

  /**
   * Runs one after the other.
   *
   * @param prepareEach whether each of them prepares the data anew
   */
  private record Runs(List<Suite> suites, Path out, boolean prepareEach, int images)
      implements Arm {
    @Override
    public Measurement round() throws IOException {
      long wall = 0;
      long cpu = 0;
      for (Suite suite : suites) {
        for (String cache :
            prepareEach
                ? List.of("data", "predictions", "reports", "models")
                : List.of("predictions", "reports", "models")) {
          SparkWork.delete(out.resolve(cache));
        }
        Measurement run = SparkWork.measure(images, () -> run(suite));
        wall += run.wallNanos();
        cpu += run.cpuNanos();
      }
      return new Measurement((long) images * MODELS, wall, cpu);
    }

    private void run(Suite suite) throws IOException {
      PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
      RunResult result =
          new EvaluateJob(SparkWork.session(), suite, SparkWork.options(out), nowhere).run();
      if (!result.failures().isEmpty()) {
        throw new IOException(result.failures().get(0).message());
      }
    }

    @Override
    public Answers answers() {
      return Answers.NONE;
    }
  }
}
