package io.github.steelyard.bench.engine;

import io.github.steelyard.bench.engine.arm.EngineArm;
import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Workplace;
import java.io.IOException;
import java.util.List;

/** A benchmark whose arms run one network on the same inputs. */
abstract class EngineBenchmark implements Benchmark {
  abstract Work work();

  /** In the order of their turns. */
  abstract List<EngineArm> engines();

  @Override
  public final List<String> arms() {
    return engines().stream().map(EngineArm::name).toList();
  }

  @Override
  public final Arm open(String arm, Workplace workplace) throws IOException {
    for (EngineArm engine : engines()) {
      if (engine.name().equals(arm)) {
        return engine.opener().open(work(), workplace);
      }
    }
    throw new IllegalArgumentException("Unknown arm: '" + arm + "'. Known: " + arms());
  }
}
