package io.github.steelyard.bench.peer;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.harness.Benchmark;

/** On images that a convolutional network answers. */
@AutoService(Benchmark.class)
public final class Dl4jSparkLeNetBenchmark extends Dl4jSparkBenchmark {
  @Override
  public String name() {
    return "peer-dl4j-spark-lenet";
  }

  @Override
  public String question() {
    return "LeNet (20 and 50 kernels) on 20,000 images of 28x28: steelyard evaluate with Deeplearning4j against dl4j-spark 1.0.0-M2 on Spark 3.5."
        + WHAT_IS_TIMED;
  }

  @Override
  PeerWork work() {
    return new PeerWork(Networks.lenet(64, 1, 1), 20_000);
  }

  @Override
  double wanted() {
    return 10;
  }
}
