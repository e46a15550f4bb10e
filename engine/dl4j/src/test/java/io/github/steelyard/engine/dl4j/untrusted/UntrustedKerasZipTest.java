package io.github.steelyard.engine.dl4j.untrusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.dl4j.Dl4jEngineProvider;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code .keras} files from strangers, and those with what Deeplearning4j has not. */
class UntrustedKerasZipTest {
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.weights.h5";

  @TempDir private Path folder;

  private final Dl4jEngineProvider provider = new Dl4jEngineProvider();

  @Test
  void entriesThatClimbAreRefused() throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    entries.put("../assets/evil", new byte[1]);
    refused(entries, "its entry '../assets/evil' points outside of the zip file");
    assertThat(folder.resolve("assets")).doesNotExist();
  }

  /** The conversion runs in a JVM of its own, which has the trap's class on its path, too. */
  @Test
  void javaSerializedPartsAreNeverRead() throws IOException {
    Path mark = folder.resolve("sprung");
    Map<String, byte[]> entries = entries("sequential.keras");
    for (String name : List.of("normalizer.bin", "preprocessor.bin", "assets/state.ser")) {
      entries.put(name, Trap.set(mark));
    }
    try (LoadedModel model = open(zip(entries))) {
      assertThat(model.profile().parameters()).isPositive();
    }
    assertThat(mark).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIG, WEIGHTS, "metadata.json"})
  void javaSerializedPartsInThePlaceOfOthersAreNeverRead(String name) throws IOException {
    Path mark = folder.resolve("sprung");
    Map<String, byte[]> entries = entries("sequential.keras");
    entries.put(name, Trap.set(mark));
    refusedInOneSentence(entries);
    assertThat(mark).doesNotExist();
  }

  @Test
  void aZipBombIsRefusedBeforeItExpands() throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    entries.put(WEIGHTS, new byte[80 << 20]);
    refused(entries, "its model.weights.h5 would expand more than 200 times: these are no weights");
    assertThat(folder.resolve("out")).isEmptyDirectory();
  }

  @Test
  void aConfigurationOfGigabytesIsNotReadWhole() throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    entries.put(CONFIG, new byte[(64 << 20) + 1]);
    refused(entries, "its config.json is larger than 64 MB");
  }

  @Test
  void weightsThatAreNoneAreRefused() throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    byte[] whole = entries.get(WEIGHTS);
    entries.put(WEIGHTS, Arrays.copyOf(whole, whole.length / 2));
    refusedInOneSentence(entries);
    entries.put(WEIGHTS, "none".getBytes(StandardCharsets.UTF_8));
    refusedInOneSentence(entries);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"class_name\": \"MaxPooling2D\"|\"class_name\": \"Functional\""
            + "|its layer 'max_pooling2d' is a model of its own, which Deeplearning4j has not",
        "\"module\": \"keras.layers\", \"registered_name\": null"
            + "|\"module\": \"mine\", \"registered_name\": \"mine>Own\""
            + "|its layer 'picture' (InputLayer) is not one of Keras' own",
        "\"groups\": 1|\"groups\": 2"
            + "|its layer 'conv2d' (Conv2D) has 2 groups, which Deeplearning4j has not",
        "\"activation\": \"tanh\"|\"activation\": \"hard_sigmoid\""
            + "|its layer 'dense' (Dense) has Keras 3's hard_sigmoid, which Deeplearning4j has not",
        "\"axis\": 3|\"axis\": 2"
            + "|its layer 'norm' works along axis 2, expected the channels' (axis 3)",
        "\"name\": \"dense\"|\"name\": \"logits\""
            + "|its configuration has two layers named 'logits'",
        "\"class_name\": \"Dropout\"|\"class_name\": \"Rescaling\""
            + "|Deeplearning4j cannot import its layer 'dropout' (Rescaling)",
      })
  void whatCannotBeImportedIsNamed(String text, String other, String problem) throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    String json = new String(entries.get(CONFIG), StandardCharsets.UTF_8);
    assertThat(json).contains(text);
    entries.put(CONFIG, json.replace(text, other).getBytes(StandardCharsets.UTF_8));
    refused(entries, problem + ": export it to ONNX");
  }

  @Test
  void weightsThatAreMissingAreNotMadeUp() throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    entries.put(WEIGHTS, entries("keras213.keras").get(WEIGHTS));
    refused(entries, "it holds no kernel for its layer 'conv2d': export it to ONNX");
  }

  @Test
  void weightsOfAnotherShapeAreRefused() throws IOException {
    Map<String, byte[]> entries = entries("sequential.keras");
    String json = new String(entries.get(CONFIG), StandardCharsets.UTF_8);
    entries.put(
        CONFIG, json.replace("\"units\": 7", "\"units\": 8").getBytes(StandardCharsets.UTF_8));
    refused(
        entries,
        "its layer 'dense' asks for weights of [45, 8], but it holds [45, 7]: export it to ONNX");
  }

  private Map<String, byte[]> entries(String name) throws IOException {
    Path file = KerasFiles.copy("/keras3/", name, folder);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private void refused(Map<String, byte[]> entries, String problem) throws IOException {
    Path file = zip(entries);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ModelException.class)
        .hasMessage("Model 'm': cannot read " + file + ": " + problem);
  }

  private void refusedInOneSentence(Map<String, byte[]> entries) throws IOException {
    Path file = zip(entries);
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("Model 'm': cannot read " + file + ": ")
        .hasMessageNotContaining("\n");
  }

  private LoadedModel open(Path file) throws IOException {
    ModelRef model = KerasFiles.reference(file, Map.of());
    return provider.open(model.at(provider.prepare(model, folder.resolve("out"))));
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("bad.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }
}
