package io.github.steelyard.bench.peer;

import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.network.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Against Deeplearning4j's own evaluation on Spark. */
abstract class Dl4jSparkBenchmark extends PeerBenchmark {
  @Override
  final String peer() {
    return "dl4j-spark";
  }

  @Override
  final String engine() {
    return "dl4j";
  }

  @Override
  final Path model(NetworkFiles files) {
    return files.zip();
  }

  @Override
  final Arm open(NetworkFiles files, Path rows, Workplace workplace) throws IOException {
    Work network = work().network();
    String shape =
        network.inputShape().extents().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    return PeerProgram.open(
        "dl4j-spark",
        "io.github.steelyard.peers.Dl4jSpark",
        List.of(
            files.zip().toString(),
            rows.toString(),
            shape,
            Integer.toString(network.classes()),
            Integer.toString(network.batch())),
        workplace);
  }
}
