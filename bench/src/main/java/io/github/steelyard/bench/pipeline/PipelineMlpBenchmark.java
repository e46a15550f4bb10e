package io.github.steelyard.bench.pipeline;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A model that is so fast that everything around it shows. */
@AutoService(Benchmark.class)
public final class PipelineMlpBenchmark implements Benchmark {
  private static final int ROWS = 100_000;

  @Override
  public String name() {
    return "pipeline-mlp";
  }

  @Override
  public String question() {
    return "The predict stage of MLP 784-512-512-10 on 100,000 rows of float32, two tasks, Spark started and data"
        + " prepared: how much longer than a plain scan of the shards and the engine's bare loop on two threads?";
  }

  @Override
  public List<String> arms() {
    return List.of(PredictArms.PIPELINE, PredictArms.SCAN, PredictArms.BARE_LOOP);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of(name(), Ratio.time(PredictArms.PIPELINE, PredictArms.SCAN, PredictArms.BARE_LOOP))
            .atMost(1.1));
  }

  @Override
  public Turns turns() {
    return Turns.WARM;
  }

  @Override
  public Arm open(String arm, Workplace workplace) throws IOException {
    Work work = Networks.mlp(512, 2, 256, 1, 1);
    Path folder = SparkWork.folder(workplace, name());
    String models = "  - {name: mlp, path: \"%s\"}\n".formatted(work.files(workplace).zip());
    return PredictArms.open(
        arm,
        SparkWork.suite(folder, Sources.floats(workplace, ROWS), models),
        folder.resolve("out"));
  }
}
