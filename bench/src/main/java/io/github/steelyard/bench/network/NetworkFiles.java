package io.github.steelyard.bench.network;

import io.github.steelyard.bench.harness.Workplace;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.Dl4jModelFile;
import io.github.steelyard.engine.dl4j.reference.ReferenceArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The files of one network with the same weights.
 *
 * @param zip Deeplearning4j's
 * @param onnx ONNX, its weights in a file beside it
 * @param torch what {@code scripts/bench/pytorch.py} reads, over the same weights
 */
public record NetworkFiles(Path zip, Path onnx, Path torch) {
  /** What the input is called in all of them. */
  public static final String INPUT = ReferenceArchitecture.INPUT;

  /** What the output is called in ONNX. */
  public static final String OUTPUT = "scores";

  private static final String WEIGHTS = "weights.bin";

  /** Of every network's first weights. */
  private static final long SEED = 20260101;

  /** What a network is made from. */
  public interface Configuration {
    ComputationGraphConfiguration of(long seed);
  }

  /**
   * Finds the files, or makes them.
   *
   * @param name tells network, shape and classes
   * @param inputShape of one example
   */
  public static NetworkFiles of(
      String name, Shape inputShape, Configuration configuration, Workplace workplace)
      throws IOException {
    Path folder =
        workplace.file("networks/" + name, made -> write(made, inputShape, configuration));
    return new NetworkFiles(
        folder.resolve("network.zip"),
        folder.resolve("network.onnx"),
        folder.resolve("torch.json"));
  }

  private static void write(Path folder, Shape inputShape, Configuration wish) throws IOException {
    Files.createDirectories(folder);
    // A folder that was begun by a run that ended.
    for (String name : List.of("network.zip", "network.onnx", "torch.json", WEIGHTS)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    // Before anything of Deeplearning4j's, which would start ND4J as it comes.
    Dl4jBackend.start();
    ComputationGraphConfiguration configuration = wish.of(SEED);
    Nd4j.getRandom().setSeed(SEED);
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    try (WeightsFile weights = new WeightsFile(folder.resolve(WEIGHTS))) {
      String input = configuration.getNetworkInputs().get(0);
      Dl4jModelFile.write(folder.resolve("network.zip"), network, Map.of(input, inputShape));
      PortableNetwork portable = GraphTranslation.of(network, inputShape, weights);
      Files.write(
          folder.resolve("network.onnx"), OnnxDocument.of(portable, folder.resolve(WEIGHTS)));
      Files.write(folder.resolve("torch.json"), TorchDocument.of(portable, WEIGHTS));
    } finally {
      network.close();
    }
  }
}
