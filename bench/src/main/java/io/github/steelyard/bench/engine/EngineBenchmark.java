package io.github.steelyard.bench.engine;

import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Workplace;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A benchmark whose arms run one network on the same inputs. */
abstract class EngineBenchmark implements Benchmark {
  /** Makes an arm ready for some work. */
  interface Opener {
    Arm open(Work work, Workplace workplace) throws IOException;
  }

  abstract Work work();

  /** The arms by name, in the order of their turns. */
  abstract Map<String, Opener> openers();

  @Override
  public final List<String> arms() {
    return List.copyOf(openers().keySet());
  }

  @Override
  public final Arm open(String arm, Workplace workplace) throws IOException {
    Opener opener = openers().get(arm);
    if (opener == null) {
      throw new IllegalArgumentException("Unknown arm: '" + arm + "'. Known: " + arms());
    }
    return opener.open(work(), workplace);
  }
}
