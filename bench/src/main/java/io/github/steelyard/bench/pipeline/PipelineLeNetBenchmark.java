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

/** A model that is small, but no longer tiny. */
@AutoService(Benchmark.class)
public final class PipelineLeNetBenchmark implements Benchmark {
  private static final int IMAGES = 20_000;

  @Override
  public String name() {
    return "pipeline-lenet";
  }

  @Override
  public String question() {
    return "The predict stage of LeNet on 20,000 images of 28x28 bytes, two tasks, Spark started and data prepared: how much"
        + " of the throughput of the engine's bare loop on two threads is left?";
  }

  @Override
  public List<String> arms() {
    return List.of(PredictArms.PIPELINE, PredictArms.BARE_LOOP);
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.of(name(), Ratio.throughput(PredictArms.PIPELINE, PredictArms.BARE_LOOP))
            .atLeast(0.95));
  }

  @Override
  public Turns turns() {
    return Turns.WARM;
  }

  @Override
  public Arm open(String arm, Workplace workplace) throws IOException {
    Work work = Networks.lenet(64, 1, 1);
    Path folder = SparkWork.folder(workplace, name());
    String models =
        "  - {name: lenet, path: \"%s\", preprocessing: {scale: 1/255, layout: NCHW}}\n"
            .formatted(work.files(workplace).zip());
    return PredictArms.open(
        arm,
        SparkWork.suite(folder, Sources.idx(workplace, IMAGES), models),
        folder.resolve("out"));
  }
}
