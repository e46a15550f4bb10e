package io.github.steelyard.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import io.github.steelyard.engine.dl4j.file.ModelFileKind;
import io.github.steelyard.engine.dl4j.samediff.SameDiffException;
import io.github.steelyard.engine.dl4j.samediff.SameDiffGraph;
import io.github.steelyard.engine.dl4j.sample.KerasFiles;
import io.github.steelyard.engine.dl4j.sample.SameDiffFiles;
import io.github.steelyard.engine.dl4j.untrusted.Trap;
import io.github.steelyard.engine.inference.LoadedModel;
import io.github.steelyard.engine.inference.ModelRef;
import io.github.steelyard.engine.problem.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.graph.DType;
import org.nd4j.graph.FlatArray;
import org.nd4j.graph.FlatGraph;
import org.nd4j.graph.FlatVariable;
import org.nd4j.graph.IntPair;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;

/** SameDiff graphs from strangers: refused in one sentence, and nothing of theirs is run. */
class UntrustedGraphTest {
  private static final long SEED = 20_251_124L;

  @TempDir private Path folder;

  private final Dl4jEngineProvider provider = new Dl4jEngineProvider();

  @Test
  void theTrainingConfigurationWhichNamesClassesIsNeverRead() throws IOException {
    Path file =
        patched(
            good(),
            bytes("org.nd4j.linalg.learning.config.Adam"),
            bytes("javax.script.ScriptEngineManager.xyz"));
    try (LoadedModel model = open(file)) {
      assertThat(model.profile().parameters()).isEqualTo(87);
    }
  }

  /** The trial runs in a JVM of its own, which has the trap's class on its path, too. */
  @Test
  void javaSerializedPartsAreNeverRead() throws IOException {
    Path mark = folder.resolve("sprung");
    byte[] trap = Trap.set(mark);
    SameDiff graph = SameDiffFiles.convolutional();
    graph.constant("trap", Nd4j.createFromArray(trap));
    Path file = SameDiffFiles.write(graph, folder.resolve("trap.fb"));
    assertThat(Files.readAllBytes(file)).containsSequence(trap);
    try (LoadedModel model = open(file)) {
      assertThat(model.profile().inputs()).hasSize(1);
    }
    Path bare = Files.write(folder.resolve("bare.fb"), trap);
    assertThat(provider.accepts(bare)).isFalse();
    assertThatThrownBy(() -> open(bare)).isInstanceOf(ModelException.class);
    assertThat(mark).doesNotExist();
  }

  @Test
  void anOperationThatNobodyKnowsIsRefused() throws IOException {
    Dl4jBackend.start();
    Path renamed = patched(good(), bytes("softmax"), bytes("softmix"));
    Path file = patched(renamed, number(new SoftMax().opHash()), number(42));
    refused(file, "it uses the operation 'softmix', which ND4J 1.0.0-M2.1 has not");
  }

  @Test
  void stridesThatLeadOutOfAnArrayAreRefused() throws IOException {
    refused(array(new long[] {2, 2, 2, 1 << 30, 1, 0, 1, 99}, 16), "its array 'w' is damaged");
    refused(array(new long[] {2, 2, 2, -8, 1, 0, 1, 99}, 16), "its array 'w' is damaged");
  }

  @Test
  void shapesWhoseElementsAreNotThereAreRefused() throws IOException {
    refused(array(new long[] {1, 1_000_000, 1, 0, 1, 99}, 16), "its array 'w' is damaged");
    // 65,536 squared is 0 for an int.
    refused(
        array(new long[] {2, 65_536, 65_536, 65_536, 1, 0, 1, 99}, 16), "its array 'w' is damaged");
    refused(array(new long[] {99, 1, 1, 0, 1, 99}, 16), "its array 'w' is damaged");
  }

  @Test
  void filesOfNewerVersionsAreRefusedWithAWayOut() throws IOException {
    Path shard = Files.write(folder.resolve("graph.sdnb"), bytes("SDNB and more than that"));
    refused(shard, SameDiffModels.NEWER);
    Path zip = folder.resolve("graph.sdz");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("model.shard0-of-1.sdnb"));
      out.write(bytes("SDNB"));
    }
    refused(zip, SameDiffModels.NEWER);
  }

  /** Whatever is changed in a file, this process lives on and says one sentence or reads it. */
  @Test
  void damageAnywhereIsSaidOrDoesNoHarm() throws IOException {
    byte[] whole = Files.readAllBytes(good());
    Random random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      byte[] bytes = whole.clone();
      for (int i = 0; i < 1 + round % 4; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.fb"), bytes);
      if (ModelFileKind.of(file) == ModelFileKind.SAME_DIFF) {
        try (SameDiffGraph graph = SameDiffGraph.read(file)) {
          assertThat(graph.inputs()).isNotEmpty();
        } catch (SameDiffException e) {
          refused++;
          assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
      }
    }
    assertThat(refused).as("seed " + SEED).isPositive();
  }

  private Path good() throws IOException {
    return SameDiffFiles.write(SameDiffFiles.convolutional(), folder.resolve("good.fb"));
  }

  /** A graph of one variable, with whatever shape and strides. */
  private Path array(long[] shape, int bytes) throws IOException {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int shapeAt = FlatArray.createShapeVector(builder, shape);
    int bufferAt = FlatArray.createBufferVector(builder, new byte[bytes]);
    int arrayAt = FlatArray.createFlatArray(builder, shapeAt, bufferAt, DType.FLOAT, (byte) 0);
    int nameAt = builder.createString("w");
    int idAt = IntPair.createIntPair(builder, 1, 0);
    byte type = (byte) VariableType.VARIABLE.ordinal();
    int variableAt =
        FlatVariable.createFlatVariable(
            builder, idAt, nameAt, DType.FLOAT, 0, arrayAt, -1, type, 0, 0, 0);
    int variablesAt = FlatGraph.createVariablesVector(builder, new int[] {variableAt});
    builder.finish(FlatGraph.createFlatGraph(builder, 0, variablesAt, 0, 0, 0, 0, 0, 0, 0, 0));
    return Files.write(folder.resolve("array.fb"), builder.sizedByteArray());
  }

  private Path patched(Path file, byte[] text, byte[] other) throws IOException {
    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String from = new String(text, StandardCharsets.ISO_8859_1);
    assertThat(content).contains(from);
    assertThat(other).hasSameSizeAs(text);
    return Files.write(
        folder.resolve("patched.fb"),
        content
            .replace(from, new String(other, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
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
}
