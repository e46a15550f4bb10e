package io.github.steelyard.bench.peer;

import com.google.auto.service.AutoService;
import io.github.steelyard.bench.engine.Networks;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.Benchmark;
import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.bench.network.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Against SynapseML's ONNXModel. */
@AutoService(Benchmark.class)
public final class SynapseMlBenchmark extends PeerBenchmark {
  @Override
  public String name() {
    return "peer-synapseml-mlp";
  }

  @Override
  public String question() {
    return "MLP 784-512-512-10 as ONNX on 100,000 rows: steelyard evaluate with ONNX Runtime against SynapseML 1.1.0's"
        + " ONNXModel on Spark 3.5."
        + WHAT_IS_TIMED;
  }

  @Override
  PeerWork work() {
    return new PeerWork(Networks.mlp(512, 2, 256, 1, 1), 100_000);
  }

  @Override
  double wanted() {
    return 4;
  }

  @Override
  String peer() {
    return "synapseml";
  }

  @Override
  String engine() {
    return "onnxruntime";
  }

  @Override
  Path model(NetworkFiles files) {
    return files.onnx();
  }

  @Override
  Arm open(NetworkFiles files, Path rows, Workplace workplace) throws IOException {
    return PeerProgram.open(
        "synapseml",
        "io.github.steelyard.peers.SynapseMl",
        List.of(
            files.onnx().toString(),
            rows.toString(),
            NetworkFiles.INPUT,
            NetworkFiles.OUTPUT,
            Integer.toString(work().network().batch())),
        workplace);
  }
}
