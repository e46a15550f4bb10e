package io.github.steelyard.engine.dl4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.training.ClassifiedExamples;
import io.github.steelyard.engine.training.TrainingRecipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Real digits, where the repository has {@code shared/data} beside it. */
class MnistTrainingTest {
  private static final Path MNIST = Path.of("../../../shared/data/mnist");
  private static final int PIXELS = 28 * 28;

  @TempDir Path folder;

  private record Digits(byte[] images, byte[] classes) implements ClassifiedExamples {
    static Digits read(String split) throws IOException {
      return new Digits(
          idx(split + "-images-idx3-ubyte.gz", 16), idx(split + "-labels-idx1-ubyte.gz", 8));
    }

    private static byte[] idx(String name, int headerBytes) throws IOException {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(MNIST.resolve(name)))) {
        byte[] all = in.readAllBytes();
        return Arrays.copyOfRange(all, headerBytes, all.length);
      }
    }

    @Override
    public int size() {
      return classes.length;
    }

    @Override
    public LabelMap labels() {
      return LabelMap.numbered(10);
    }

    @Override
    public Shape exampleShape() {
      return Shape.of(1, 28, 28);
    }

    @Override
    public void put(int index, FloatBuffer target) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        target.put(Byte.toUnsignedInt(images[index * PIXELS + pixel]) / 255f);
      }
    }

    @Override
    public int label(int index) {
      return classes[index];
    }
  }

  @Test
  void learnsRealDigits() throws IOException {
    assumeTrue(Files.isDirectory(MNIST), "shared/data/mnist is not there");
    TrainingRecipe recipe =
        new TrainingRecipe("plain-cnn", 8, 3, 4000, 2, 1, 2e-3, 32, false, false, 0);
    Path file = folder.resolve("plain-cnn.zip");
    new Dl4jModelTrainer().train(recipe, Digits.read("train"), file);
    // Measured once, on a CPU with AVX-512: 0.92. Another CPU rounds otherwise.
    assertThat(accuracy(file, Digits.read("t10k"), 1000)).isGreaterThan(0.85);
  }

  private static double accuracy(Path file, Digits digits, int examples) throws IOException {
    ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
    int right = 0;
    try (INDArray input = Nd4j.create(DataType.FLOAT, examples, 1, 28, 28)) {
      FloatBuffer values = input.data().asNioFloat();
      for (int example = 0; example < examples; example++) {
        digits.put(example, values);
      }
      INDArray classes = network.outputSingle(input).argMax(1);
      for (int example = 0; example < examples; example++) {
        right += classes.getInt(example) == digits.label(example) ? 1 : 0;
      }
    }
    return (double) right / examples;
  }
}
