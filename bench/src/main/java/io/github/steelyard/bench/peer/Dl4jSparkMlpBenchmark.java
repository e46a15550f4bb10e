package io.github.steelyard.bench.peer;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.harness.Benchmark;

/** On rows that a perceptron answers. */
@AutoService(Benchmark.class)
public final class Dl4jSparkMlpBenchmark extends Dl4jSparkBenchmark {
  @Override
  public String name() {
    return "peer-dl4j-spark-mlp";
  }

  @Override
  public String question() {
    return "MLP 784-512-512-10 on 100,000 rows: steelyard evaluate with Deeplearning4j against dl4j-spark 1.0.0-M2 on Spark 3.5."
        + WHAT_IS_TIMED;
  }

  @Override
  PeerWork work() {
    return new PeerWork(Networks.mlp(512, 2, 256, 1, 1), 100_000);
  }

  @Override
  double wanted() {
    return 8;
  }
}
