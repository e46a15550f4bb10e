package io.github.steelyard.bench.harness;

import io.github.steelyard.bench.harness.ratio.Target;
import java.io.IOException;
import java.util.List;

/**
 * One question, the arms that answer it and the ratios that are wanted. Found by {@link
 * java.util.ServiceLoader}; {@code BenchmarkContractTest} holds all of them to what is said here.
 */
public interface Benchmark {
  /** In kebab-case. */
  String name();

  /** What is measured against what, on which data, in one or two sentences. */
  String question();

  /** The arms in the order of their turns; the first one's answers are what the others must say. */
  List<String> arms();

  /** At least one; their names are unique among all benchmarks. */
  List<Target> targets();

  default Turns turns() {
    return Turns.MANY;
  }

  /**
   * Makes an arm ready to run; what takes long and is no part of the question belongs here. Called
   * once for each arm that a wanted target names.
   *
   * @throws NotRunException when this machine lacks what the arm needs: the others still run
   */
  Arm open(String arm, Workplace workplace) throws IOException;
}
