package io.github.steelyard.engine.dl4j.sample;

import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Small seeded graphs, written as any user of SameDiff writes them. */
public final class SameDiffFiles {
  static final int SIDE = 6;
  static final int MAPS = 4;
  static final int HALF = (SIDE - 2) / 2;
  public static final int CLASSES = 3;

  private SameDiffFiles() {}

  public static INDArray kernel() {
    return numbers(1, 3, 3, 1, MAPS);
  }

  public static INDArray dense() {
    return numbers(2, MAPS * HALF * HALF, CLASSES);
  }

  public static INDArray bias() {
    return numbers(3, CLASSES);
  }

  private static INDArray numbers(long seed, long... shape) {
    Dl4jBackend.start();
    Random random = new Random(seed);
    float[] numbers =
        new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = 0.4f * (float) random.nextGaussian();
    }
    return Nd4j.create(numbers, shape);
  }

  /** 1x6x6; convolution 3x3x4, relu, pooling, dense, softmax; and the loss it was trained with. */
  public static SameDiff convolutional() {
    Dl4jBackend.start();
    SameDiff graph = SameDiff.create();
    SDVariable picture = graph.placeHolder("picture", DataType.FLOAT, -1, 1, SIDE, SIDE);
    SDVariable label = graph.placeHolder("label", DataType.FLOAT, -1, CLASSES);
    SDVariable maps =
        graph
            .cnn()
            .conv2d(
                picture,
                graph.var("kernel", kernel()),
                Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).build());
    SDVariable pooled =
        graph
            .cnn()
            .maxPooling2d(
                graph.nn().relu(maps, 0),
                Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).build());
    SDVariable logits =
        pooled
            .reshape(-1, MAPS * HALF * HALF)
            .mmul(graph.var("dense", dense()))
            .add("logits", graph.var("bias", bias()));
    graph.nn().softmax("scores", logits);
    graph.loss().softmaxCrossEntropy("loss", label, logits, null);
    graph.setLossVariables("loss");
    graph.setTrainingConfig(
        TrainingConfig.builder()
            .updater(new Adam(0.01))
            .dataSetFeatureMapping("picture")
            .dataSetLabelMapping("label")
            .build());
    return graph;
  }

  public static Path write(SameDiff graph, Path file) throws IOException {
    graph.asFlatFile(file.toFile(), false);
    return file;
  }
}
