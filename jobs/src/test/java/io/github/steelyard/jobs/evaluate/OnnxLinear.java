package io.github.steelyard.jobs.evaluate;

import static io.github.steelyard.jobs.evaluate.OnnxProto.FLOAT;
import static io.github.steelyard.jobs.evaluate.OnnxProto.field;
import static io.github.steelyard.jobs.evaluate.OnnxProto.join;
import static io.github.steelyard.jobs.evaluate.OnnxProto.node;
import static io.github.steelyard.jobs.evaluate.OnnxProto.number;
import static io.github.steelyard.jobs.evaluate.OnnxProto.text;
import static io.github.steelyard.jobs.evaluate.OnnxProto.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model whose answers can be worked out by hand: {@code y = x W + b}, as an ONNX file. */
public final class OnnxLinear {
  private OnnxLinear() {}

  /**
   * Writes it.
   *
   * @param weights of each feature, one for each output
   */
  public static Path write(Path file, float[][] weights, float... bias) throws IOException {
    int features = weights.length;
    int outputs = bias.length;
    ByteBuffer flat = floats(features * outputs);
    for (float[] feature : weights) {
      for (float weight : feature) {
        flat.putFloat(weight);
      }
    }
    ByteBuffer shift = floats(outputs);
    for (float one : bias) {
      shift.putFloat(one);
    }
    byte[] graph =
        join(
            field(1, node("Gemm", "x w b", "y")),
            field(2, text("linear")),
            field(5, tensor("w", flat, features, outputs)),
            field(5, tensor("b", shift, outputs)),
            field(11, value("x", features)),
            field(12, value("y", outputs)));
    return Files.write(file, OnnxProto.model(graph));
  }

  private static ByteBuffer floats(int count) {
    return ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] tensor(String name, ByteBuffer values, int... dimensions) {
    byte[] shape = new byte[0];
    for (int dimension : dimensions) {
      shape = join(shape, number(1, dimension));
    }
    return join(shape, number(2, FLOAT), field(8, text(name)), field(9, values.array()));
  }
}
