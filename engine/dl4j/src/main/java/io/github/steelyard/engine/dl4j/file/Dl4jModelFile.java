package io.github.steelyard.engine.dl4j.file;

import io.github.steelyard.engine.data.Shape;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes networks as Deeplearning4j's own zips, readable by any of its versions since 1.0.0-beta4,
 * with one more entry that tells the inputs. The same network gives the same bytes: no times, and
 * no compression, whose outcome depends on the machine's zlib. The updater's state stays out.
 */
public final class Dl4jModelFile {
  static final String CONFIGURATION = "configuration.json";
  static final String COEFFICIENTS = "coefficients.bin";
  static final String NOTES = "steelyard.json";

  /** The oldest time that a zip can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int BUFFER_BYTES = 1 << 16;

  private Dl4jModelFile() {}

  /**
   * Writes a network that has one input.
   *
   * @param input shape of one example as the network takes it: {@code [channels, height, width]} or
   *     {@code [features]}
   */
  public static void write(Path file, MultiLayerNetwork network, Shape input) throws IOException {
    write(
        file,
        network.getLayerWiseConfigurations().toJson(),
        network.params(),
        new ModelNotes(
            ModelNotes.MULTILAYER,
            Map.of(NetworkPlan.ONLY_INPUT, new ModelNotes.Input(input, false))));
  }

  /**
   * Writes a graph.
   *
   * @param inputs shape of one example as the network takes it, for each of its inputs: {@code
   *     [channels, height, width]} or {@code [features]}
   */
  public static void write(Path file, ComputationGraph network, Map<String, Shape> inputs)
      throws IOException {
    Map<String, ModelNotes.Input> notes = new LinkedHashMap<>();
    for (String name : network.getConfiguration().getNetworkInputs()) {
      Shape shape = inputs.get(name);
      if (shape == null) {
        throw new IllegalArgumentException("Cannot write a network without the shape of " + name);
      }
      notes.put(name, new ModelNotes.Input(shape, false));
    }
    write(
        file,
        network.getConfiguration().toJson(),
        network.params(),
        new ModelNotes(ModelNotes.GRAPH, notes));
  }

  /** Written beside the file first: whoever finds it under its name finds it whole. */
  public static void write(Path file, String configuration, INDArray parameters, ModelNotes notes)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      try (ZipOutputStream zip =
          new ZipOutputStream(
              new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER_BYTES))) {
        zip.setLevel(Deflater.NO_COMPRESSION);
        begin(zip, CONFIGURATION);
        zip.write(configuration.getBytes(StandardCharsets.UTF_8));
        begin(zip, NOTES);
        zip.write(notes.toJson());
        begin(zip, COEFFICIENTS);
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip, BUFFER_BYTES));
        Nd4j.write(parameters, data);
        data.flush();
        zip.closeEntry();
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }
}
