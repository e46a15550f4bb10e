package io.github.steelyard.bench.memory;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import io.github.steelyard.bench.process.ScriptArm;
import java.util.List;
import java.util.Map;

/** Do the task threads of a process share one copy of the weights, and is there no second one? */
@AutoService(Benchmark.class)
public final class LargeModelBenchmark implements Benchmark {
  private static final List<String> ENGINES = List.of("dl4j", "onnxruntime");

  @Override
  public String name() {
    return "large-model";
  }

  @Override
  public String question() {
    return "Highest resident memory of an evaluation with four task threads and a perceptron of 502"
        + " MB, less that of the same with one of 1 MB, against 1.3 times the weights and the"
        + " activations of four batches.";
  }

  @Override
  public List<String> arms() {
    return ENGINES;
  }

  @Override
  public List<Target> targets() {
    return ENGINES.stream()
        .map(
            engine ->
                Target.of(
                        "memory-large-model-" + engine,
                        Ratio.figures(engine, "extraBytes", "allowedBytes"))
                    .atMost(1))
        .toList();
  }

  @Override
  public Turns turns() {
    return Turns.ONCE;
  }

  @Override
  public Arm open(String arm, Workplace place) {
    return new ScriptArm(
        "memory-" + arm,
        List.of(place.root().resolve("scripts/bench/memory.sh").toString(), arm),
        Map.of(),
        place);
  }
}
