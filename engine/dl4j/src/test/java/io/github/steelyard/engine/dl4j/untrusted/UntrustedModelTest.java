package io.github.steelyard.engine.dl4j.untrusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.dl4j.Dl4jEngineProvider;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.dl4j.sample.TestNetworks;
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
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from strangers: refused in one sentence, and nothing of theirs is run. */
class UntrustedModelTest {
  @TempDir private Path folder;

  private final Dl4jEngineProvider provider = new Dl4jEngineProvider();

  @Test
  void javaSerializedPartsAreNeverRead() throws IOException {
    Path mark = folder.resolve("sprung");
    Map<String, byte[]> entries = entries();
    for (String name : new String[] {"preprocessor.bin", "normalizer.bin", "updaterState.bin"}) {
      entries.put(name, Trap.set(mark));
    }
    try (LoadedModel model = open(zip(entries))) {
      assertThat(model.profile().parameters()).isEqualTo(2673);
    }
    assertThat(mark).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.bin", "a/../../evil.bin", "/etc/evil", "C:\\evil", "..\\evil"})
  void entriesThatClimbAreRefused(String name) throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put(name, new byte[1]);
    refused(zip(entries), "its entry '" + name + "' points outside of the zip file");
  }

  @Test
  void aZipBombIsRefusedBeforeItExpands() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("coefficients.bin", new byte[80 << 20]);
    refused(
        zip(entries),
        "its coefficients.bin would expand more than 200 times: these are no weights");
  }

  @Test
  void aConfigurationOfGigabytesIsNotReadWhole() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("configuration.json", new byte[(64 << 20) + 1]);
    refused(zip(entries), "its configuration.json is larger than 64 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.script.ScriptEngineManager",
        "com.example.CustomLayer",
        "org.deeplearning4jx.Evil"
      })
  void classesOfOthersAreNeverInstantiated(String name) throws IOException {
    Map<String, byte[]> entries = entries();
    replace(entries, "org.deeplearning4j.nn.conf.layers.DenseLayer", name);
    refused(
        zip(entries),
        "it uses the class '"
            + name
            + "', which is not part of Deeplearning4j: custom layers are not run");
  }

  @Test
  void classesInTheOtherPlaceWhereJacksonLooksAreNeverInstantiatedEither() throws IOException {
    Map<String, byte[]> entries = entries();
    replace(
        entries,
        "\"iupdater\" : {",
        "\"other\" : [ \"javax.swing.JEditorPane\", {} ], \"iupdater\" : {");
    refused(
        zip(entries),
        "it uses the class 'javax.swing.JEditorPane', which is not part of Deeplearning4j: custom"
            + " layers are not run");
  }

  @Test
  void aLayerThatDeeplearning4jDoesNotHaveIsRefused() throws IOException {
    Map<String, byte[]> entries = entries();
    replace(entries, "layers.DenseLayer", "layers.DenserLayer");
    assertThatThrownBy(() -> open(zip(entries)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("its configuration cannot be read by Deeplearning4j 1.0.0-M2.1: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put("configuration.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    refused(zip(entries), "its configuration is nested more than 200 levels deep");
  }

  @Test
  void weightsMustBeAsManyAsTheConfigurationAsksFor() throws IOException {
    Map<String, byte[]> entries = entries();
    replace(entries, "\"nout\" : 16", "\"nout\" : 17");
    assertThatThrownBy(() -> open(zip(entries)))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("was made for 16 features and would get 17");

    Map<String, byte[]> wider = entries();
    replace(wider, "\"nout\" : 5", "\"nout\" : 6");
    refused(zip(wider), "it holds 2673 parameters, but its configuration asks for 2690");
  }

  @Test
  void damagedWeightsAreRefused() throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] whole = entries.get("coefficients.bin");
    entries.put("coefficients.bin", Arrays.copyOf(whole, whole.length - 4));
    refused(zip(entries), "its coefficients.bin ends too early");
    entries.put("coefficients.bin", "none".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> open(zip(entries))).isInstanceOf(ModelException.class);
    entries.remove("coefficients.bin");
    assertThatThrownBy(() -> open(zip(entries)))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith(
            "it is neither a Deeplearning4j zip nor a Keras .h5 or .keras file nor a SameDiff graph: expected one of these");
  }

  @Test
  void aKerasOfTheFutureIsRefusedWithAWayOut() throws IOException {
    refused(
        KerasFiles.patched("sequential.h5", folder, "2.2.4", "4.0.5"),
        "it was saved by Keras 4.0.5, expected 1, 2 or 3: export it to ONNX");
  }

  @Test
  void aKerasLayerThatDeeplearning4jDoesNotKnowIsRefusedWithAWayOut() throws IOException {
    refused(
        KerasFiles.patched("sequential.h5", folder, "\"Flatten\"", "\"Fatten!\""),
        "Deeplearning4j cannot import its layer 'flat' (Fatten!): export it to ONNX");
  }

  @Test
  void aLambdaLayerIsRefusedWithAWayOut() throws IOException {
    assertThatThrownBy(
            () -> open(KerasFiles.patched("sequential.h5", folder, "\"Flatten\"", "\"Lambda\" ")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("ambda")
        .hasMessageEndingWith("export it to ONNX")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aKerasFileWithoutItsModelIsRefused() throws IOException {
    refused(
        KerasFiles.patched("sequential.h5", folder, "model_config", "model_confiG"),
        "it is an HDF5 file without a Keras model in it: expected one saved as a whole"
            + " (model.save), not its weights alone");
  }

  @Test
  void weightsThatAreMissingAreNotMadeUp() throws IOException {
    assertThatThrownBy(
            () -> open(KerasFiles.patched("functional.h5", folder, "kernel:0", "colonel0")))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith("export it to ONNX")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theTimeOfAConversionIsAWholeNumberOfSeconds() throws IOException {
    Path file = KerasFiles.copy("sequential.h5", folder);
    ModelRef model = KerasFiles.reference(file, Map.of("import_timeout", "soon"));
    assertThatThrownBy(() -> provider.prepare(model, folder.resolve("out")))
        .isInstanceOf(ModelException.class)
        .hasMessageEndingWith("import_timeout: Expecting seconds from 1 to 86400. Found: soon");
  }

  private void refused(Path file, String problem) {
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(ModelException.class)
        .hasMessage("Model 'm': cannot read " + file + ": " + problem);
  }

  private LoadedModel open(Path file) throws IOException {
    ModelRef model = KerasFiles.reference(file, Map.of());
    return provider.open(model.at(provider.prepare(model, folder.resolve("out"))));
  }

  /** The entries of a good file. */
  private Map<String, byte[]> entries() throws IOException {
    Path good = TestNetworks.writeConvolutional(folder.resolve("good.zip"));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(good.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private static void replace(Map<String, byte[]> entries, String text, String other) {
    String json = new String(entries.get("configuration.json"), StandardCharsets.UTF_8);
    assertThat(json).contains(text);
    entries.put("configuration.json", json.replace(text, other).getBytes(StandardCharsets.UTF_8));
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("bad.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }
}
