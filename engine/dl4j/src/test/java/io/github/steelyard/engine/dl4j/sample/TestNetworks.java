package io.github.steelyard.engine.dl4j.sample;

import io.github.steelyard.engine.dl4j.backend.Dl4jBackend;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Small seeded networks, written as any user of Deeplearning4j writes them. */
public final class TestNetworks {
  private static final long SEED = 99;

  private TestNetworks() {}

  /** 12x12x1 flat; convolution 3x3x6 same, norm, pool, convolution 3x3x8, dense 16, 5 classes. */
  public static MultiLayerConfiguration convolutional() {
    return convolutional(InputType.convolutionalFlat(12, 12, 1));
  }

  public static MultiLayerConfiguration convolutional(InputType input) {
    Dl4jBackend.start();
    return new NeuralNetConfiguration.Builder()
        .seed(SEED)
        .updater(new Adam(0.01))
        .activation(Activation.RELU)
        .list()
        .layer(
            new ConvolutionLayer.Builder(3, 3)
                .nOut(6)
                .convolutionMode(ConvolutionMode.Same)
                .build())
        .layer(new BatchNormalization())
        .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
        .layer(new ConvolutionLayer.Builder(3, 3).nOut(8).build())
        .layer(new DenseLayer.Builder().nOut(16).build())
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(5)
                .build())
        .setInputType(input)
        .build();
  }

  public static Path writeConvolutional(Path file) throws IOException {
    MultiLayerNetwork network = new MultiLayerNetwork(convolutional());
    network.init();
    ModelSerializer.writeModel(network, file.toFile(), true);
    return file;
  }

  /** Inputs [4] and [6]; dense 8 on each, merged, 3 classes. */
  public static Path writeGraph(Path file) throws IOException {
    Dl4jBackend.start();
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(SEED)
            .activation(Activation.TANH)
            .graphBuilder()
            .addInputs("left", "right")
            .addLayer("a", new DenseLayer.Builder().nIn(4).nOut(8).build(), "left")
            .addLayer("b", new DenseLayer.Builder().nIn(6).nOut(8).build(), "right")
            .addVertex("both", new MergeVertex(), "a", "b")
            .addLayer(
                "answer",
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .nIn(16)
                    .nOut(3)
                    .build(),
                "both")
            .setOutputs("answer")
            .build();
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    ModelSerializer.writeModel(network, file.toFile(), false);
    return file;
  }
}
