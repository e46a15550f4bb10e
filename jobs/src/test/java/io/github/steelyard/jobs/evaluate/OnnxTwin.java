package io.github.steelyard.jobs.evaluate;

import static io.github.steelyard.jobs.evaluate.OnnxProto.FLOAT;
import static io.github.steelyard.jobs.evaluate.OnnxProto.field;
import static io.github.steelyard.jobs.evaluate.OnnxProto.join;
import static io.github.steelyard.jobs.evaluate.OnnxProto.node;
import static io.github.steelyard.jobs.evaluate.OnnxProto.number;
import static io.github.steelyard.jobs.evaluate.OnnxProto.text;
import static io.github.steelyard.jobs.evaluate.OnnxProto.value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes a {@link TinyModel} as an ONNX file: the same weights, written field by field ({@link
 * OnnxProto}), so that nothing of Steelyard's is on both sides of a comparison.
 */
public final class OnnxTwin {
  private static final int FEATURES = 4;
  private static final int HIDDEN = 4;
  private static final int CLASSES = 2;

  private final String externalFile;
  private final ByteArrayOutputStream external = new ByteArrayOutputStream();

  private OnnxTwin(String externalFile) {
    this.externalFile = externalFile;
  }

  /** All in one file. */
  public static Path write(Path tinyModel, Path file) throws IOException {
    return write(weights(tinyModel), file);
  }

  public static Path write(float[] weights, Path file) throws IOException {
    return Files.write(file, new OnnxTwin("").model(weights));
  }

  /** The weights in another file, of that path from the model's folder. */
  public static Path write(Path tinyModel, Path file, String externalFile) throws IOException {
    OnnxTwin twin = new OnnxTwin(externalFile);
    Files.write(file, twin.model(weights(tinyModel)));
    Path other = file.resolveSibling(externalFile);
    Files.createDirectories(Objects.requireNonNull(other.getParent()));
    Files.write(other, twin.external.toByteArray());
    return file;
  }

  /** Deeplearning4j's file ends in the numbers, the first layer's weights by columns first. */
  public static float[] weights(Path tinyModel) throws IOException {
    int count = FEATURES * HIDDEN + HIDDEN + HIDDEN * CLASSES + CLASSES;
    try (ZipFile zip = new ZipFile(tinyModel.toFile());
        InputStream in = zip.getInputStream(new ZipEntry("coefficients.bin"))) {
      byte[] bytes = in.readAllBytes();
      float[] weights = new float[count];
      ByteBuffer.wrap(bytes, bytes.length - 4 * count, 4 * count).asFloatBuffer().get(weights);
      return weights;
    }
  }

  private byte[] model(float[] weights) {
    int hiddenBias = FEATURES * HIDDEN;
    int output = hiddenBias + HIDDEN;
    int outputBias = output + HIDDEN * CLASSES;
    byte[] graph =
        join(
            field(1, gemm("x w1 b1", "hidden")),
            field(1, node("Relu", "hidden", "active")),
            field(1, gemm("active w2 b2", "logits")),
            field(1, node("Softmax", "logits", "y")),
            field(2, text("tiny")),
            field(5, tensor("w1", weights, 0, HIDDEN, FEATURES)),
            field(5, tensor("b1", weights, hiddenBias, HIDDEN)),
            field(5, tensor("w2", weights, output, CLASSES, HIDDEN)),
            field(5, tensor("b2", weights, outputBias, CLASSES)),
            field(11, value("x", FEATURES)),
            field(12, value("y", CLASSES)));
    return OnnxProto.model(graph);
  }

  private static byte[] gemm(String inputs, String output) {
    byte[] transposed = join(field(1, text("transB")), number(3, 1), number(20, 2));
    return join(node("Gemm", inputs, output), field(5, transposed));
  }

  private byte[] tensor(String name, float[] weights, int first, int... dimensions) {
    byte[] head = new byte[0];
    int count = 1;
    for (int dimension : dimensions) {
      head = join(head, number(1, dimension));
      count *= dimension;
    }
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = first; i < first + count; i++) {
      bytes.putFloat(weights[i]);
    }
    head = join(head, number(2, FLOAT), field(8, text(name)));
    if (externalFile.isEmpty()) {
      return join(head, field(9, bytes.array()));
    }
    byte[] place =
        join(
            entry("location", externalFile),
            entry("offset", String.valueOf(external.size())),
            entry("length", String.valueOf(4 * count)));
    external.writeBytes(bytes.array());
    return join(head, place, number(14, 1));
  }

  private static byte[] entry(String key, String value) {
    return field(13, join(field(1, text(key)), field(2, text(value))));
  }
}
