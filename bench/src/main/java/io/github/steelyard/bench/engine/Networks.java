package io.github.steelyard.bench.engine;

import io.github.steelyard.bench.engine.arm.Work;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.architecture.Architectures;
import io.github.steelyard.engine.dl4j.reference.ReferenceArchitecture;
import io.github.steelyard.engine.dl4j.reference.ReferenceArchitectures;
import io.github.steelyard.engine.training.TrainingRecipe;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks that are measured. */
public final class Networks {
  private static final Shape DIGIT = Shape.of(1, 28, 28);
  private static final int DIGITS = 10;
  private static final double LEARNING_RATE = 0.001;

  private Networks() {}

  /** A published network as it was published. */
  public static Work published(String name, int batch, int batches, int repeats) {
    ReferenceArchitecture family = ReferenceArchitectures.found().family(name);
    Shape shape = family.publishedShape();
    int classes = family.publishedClasses();
    return new Work(
        name,
        shape,
        classes,
        batch,
        batches,
        repeats,
        seed -> family.configure(name, shape, classes, seed));
  }

  /** Two hidden layers of 512. */
  public static Work mlp(int width, int depth, int batch, int batches, int repeats) {
    Shape shape = Shape.of(DIGIT.elements());
    return new Work(
        "mlp-784-" + width + "-depth-" + depth,
        shape,
        DIGITS,
        batch,
        batches,
        repeats,
        seed ->
            Architectures.found()
                .named("mlp")
                .configure(
                    new TrainingRecipe(
                        "mlp", width, depth, 0, 1, seed, LEARNING_RATE, 1, false, false, 0),
                    shape,
                    DIGITS));
  }

  /**
   * LeNet as Caffe and Deeplearning4j's own examples have it: 20 and 50 kernels of 5x5, each with a
   * maximum of 2x2, 500 rectified units, 431,080 parameters.
   */
  public static Work lenet(int batch, int batches, int repeats) {
    return new Work("lenet-20-50-500", DIGIT, DIGITS, batch, batches, repeats, Networks::lenet);
  }

  private static ComputationGraphConfiguration lenet(long seed) {
    return new NeuralNetConfiguration.Builder()
        .seed(seed)
        .weightInit(WeightInit.XAVIER)
        .graphBuilder()
        .addInputs(ReferenceArchitecture.INPUT)
        .setInputTypes(InputType.convolutional(28, 28, 1))
        .addLayer("first", convolution(20), ReferenceArchitecture.INPUT)
        .addLayer("first-maximum", maximum(), "first")
        .addLayer("second", convolution(50), "first-maximum")
        .addLayer("second-maximum", maximum(), "second")
        .addLayer(
            "dense",
            new DenseLayer.Builder().nOut(500).activation(Activation.RELU).build(),
            "second-maximum")
        .addLayer(
            "classifier",
            new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                .nOut(DIGITS)
                .activation(Activation.SOFTMAX)
                .build(),
            "dense")
        .setOutputs("classifier")
        .build();
  }

  private static ConvolutionLayer convolution(int kernels) {
    return new ConvolutionLayer.Builder(5, 5)
        .nOut(kernels)
        .stride(1, 1)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static SubsamplingLayer maximum() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }
}
