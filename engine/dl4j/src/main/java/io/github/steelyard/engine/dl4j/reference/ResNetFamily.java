package io.github.steelyard.engine.dl4j.reference;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.nd4j.linalg.activations.Activation;

/**
 * He et al. 2016, table 1, with projections where a block changes its shape (option B). The stride
 * of a bottleneck stands in its 3x3 convolution, as in torchvision ("ResNet v1.5"); the paper and
 * Keras have it in the first 1x1. Convolutions have no biases.
 */
@AutoService(ReferenceArchitecture.class)
public final class ResNetFamily implements ReferenceArchitecture {
  private static final int LEAST_SIDE = 1;
  private static final int FIRST_WIDTH = 64;
  private static final int BOTTLENECK_EXPANSION = 4;

  /**
   * @param blocks in each of the four stages
   */
  private record Size(List<Integer> blocks, boolean bottleneck) {
    /** Channels of a block's result, for each of its own width. */
    int expansion() {
      return bottleneck ? BOTTLENECK_EXPANSION : 1;
    }
  }

  private static final Map<String, Size> SIZES =
      Map.of(
          "resnet-18", new Size(List.of(2, 2, 2, 2), false),
          "resnet-34", new Size(List.of(3, 4, 6, 3), false),
          "resnet-50", new Size(List.of(3, 4, 6, 3), true));

  @Override
  public List<String> names() {
    return SIZES.keySet().stream().sorted().toList();
  }

  @Override
  public ComputationGraphConfiguration configure(
      String name, Shape exampleShape, int classes, long seed) {
    ReferenceGraph.require(name, exampleShape, classes, LEAST_SIDE);
    Size size = Named.in(SIZES, name);
    ReferenceGraph net = new ReferenceGraph(exampleShape, seed);
    net.normalizedConvolution(FIRST_WIDTH, 7, 2);
    net.activation(Activation.RELU);
    net.pooling(PoolingType.MAX, 3, 2, 1);
    int channels = FIRST_WIDTH;
    for (int stage = 0; stage < size.blocks().size(); stage++) {
      int width = FIRST_WIDTH << stage;
      for (int block = 0; block < size.blocks().get(stage); block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        boolean projected = stride != 1 || channels != width * size.expansion();
        block(net, size, width, stride, projected);
        channels = width * size.expansion();
      }
    }
    net.globalAverage();
    return net.classifier(classes, 0);
  }

  /** {@code relu(F(x) + x)}, figure 5. */
  private static void block(
      ReferenceGraph net, Size size, int width, int stride, boolean projected) {
    String before = net.graph().top();
    if (size.bottleneck()) {
      net.normalizedConvolution(width, 1, 1);
      net.activation(Activation.RELU);
      net.normalizedConvolution(width, 3, stride);
      net.activation(Activation.RELU);
      net.normalizedConvolution(width * BOTTLENECK_EXPANSION, 1, 1);
    } else {
      net.normalizedConvolution(width, 3, stride);
      net.activation(Activation.RELU);
      net.normalizedConvolution(width, 3, 1);
    }
    String branch = net.graph().top();
    if (projected) {
      net.graph().continueFrom(before);
      net.normalizedConvolution(width * size.expansion(), 1, stride);
      before = net.graph().top();
    }
    net.graph().sum(before, branch);
    net.activation(Activation.RELU);
  }
}
