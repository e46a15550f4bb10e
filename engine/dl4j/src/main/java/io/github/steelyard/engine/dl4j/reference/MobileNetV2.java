package io.github.steelyard.engine.dl4j.reference;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.linalg.activations.Activation;

/**
 * Sandler et al. 2018, table 2, with width multiplier 1.0: inverted residual blocks of depthwise
 * convolutions, without biases and with a linear last convolution.
 */
@AutoService(ReferenceArchitecture.class)
public final class MobileNetV2 implements ReferenceArchitecture {
  private static final int LEAST_SIDE = 1;
  private static final int FIRST_CHANNELS = 32;
  private static final int LAST_CHANNELS = 1280;
  private static final double DROPOUT = 0.2;

  /**
   * A line of the table.
   *
   * @param expansion of the channels inside a block
   * @param stride of the first block
   */
  private record Stage(int expansion, int channels, int blocks, int stride) {}

  private static final List<Stage> STAGES =
      List.of(
          new Stage(1, 16, 1, 1),
          new Stage(6, 24, 2, 2),
          new Stage(6, 32, 3, 2),
          new Stage(6, 64, 4, 2),
          new Stage(6, 96, 3, 1),
          new Stage(6, 160, 3, 2),
          new Stage(6, 320, 1, 1));

  @Override
  public List<String> names() {
    return List.of("mobilenet-v2");
  }

  @Override
  public ComputationGraphConfiguration configure(
      String name, Shape exampleShape, int classes, long seed) {
    ReferenceGraph.require(name, exampleShape, classes, LEAST_SIDE);
    ReferenceGraph net = new ReferenceGraph(exampleShape, seed);
    net.normalizedConvolution(FIRST_CHANNELS, 3, 2);
    net.activation(Activation.RELU6);
    int channels = FIRST_CHANNELS;
    for (Stage stage : STAGES) {
      for (int block = 0; block < stage.blocks(); block++) {
        block(net, channels, stage, block == 0 ? stage.stride() : 1);
        channels = stage.channels();
      }
    }
    net.normalizedConvolution(LAST_CHANNELS, 1, 1);
    net.activation(Activation.RELU6);
    net.globalAverage();
    return net.classifier(classes, DROPOUT);
  }

  private static void block(ReferenceGraph net, int channels, Stage stage, int stride) {
    String before = net.graph().top();
    if (stage.expansion() > 1) {
      net.normalizedConvolution(channels * stage.expansion(), 1, 1);
      net.activation(Activation.RELU6);
    }
    net.normalizedDepthwiseConvolution(stride);
    net.activation(Activation.RELU6);
    net.normalizedConvolution(stage.channels(), 1, 1);
    if (stride == 1 && channels == stage.channels()) {
      net.graph().sum(before, net.graph().top());
    }
  }
}
