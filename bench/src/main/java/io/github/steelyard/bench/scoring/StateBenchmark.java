package io.github.steelyard.bench.scoring;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Turns;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.harness.ratio.Ratio;
import io.github.steelyard.bench.harness.ratio.Target;
import java.util.List;
import java.util.stream.Stream;

/** What is kept of very many classes, groups and slices. */
@AutoService(Benchmark.class)
public final class StateBenchmark implements Benchmark {
  private static final String ONES = "ones";
  private static final String WEIGHTS = "weights";

  @Override
  public String name() {
    return "scoring-state";
  }

  @Override
  public String question() {
    return "Bytes of heap that all metrics of "
        + StateProgram.CLASSES
        + " classes keep of 100 groups in each of "
        + StateProgram.SLICES
        + " slices and of all examples, against 1 GB; every class is taken for every other one, which is the worst"
        + " that a confusion matrix can be; with weights of 1, and with other weights.";
  }

  @Override
  public List<String> arms() {
    return List.of(ONES, WEIGHTS);
  }

  @Override
  public List<Target> targets() {
    return Stream.of(ONES, WEIGHTS)
        .map(
            arm ->
                Target.of(name() + "-" + arm, Ratio.figures(arm, "stateBytes", "allowedBytes"))
                    .atMost(1))
        .toList();
  }

  @Override
  public Turns turns() {
    return Turns.ONCE;
  }

  @Override
  public Arm open(String arm, Workplace workplace) {
    return StateArm.open(name() + "-" + arm, arm.equals(WEIGHTS), workplace);
  }
}
