package io.github.steelyard.engine.dl4j.reference;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.nd4j.linalg.activations.Activation;

/**
 * LeCun et al. 1998, figure 2, as it is built today: 61,706 parameters on digits of 32x32. The
 * paper's net has 60,000, for its second convolution leaves out some of the channels, its poolings
 * have coefficients, and its outputs are distances; here they are complete, plain means, and a
 * softmax.
 */
@AutoService(ReferenceArchitecture.class)
public final class LeNet5 implements ReferenceArchitecture {
  /** Two steps from n to (n - 4) / 2 leave one pixel. */
  private static final int LEAST_SIDE = 16;

  @Override
  public List<String> names() {
    return List.of("lenet-5");
  }

  @Override
  public Shape publishedShape() {
    return Shape.of(1, 32, 32);
  }

  @Override
  public int publishedClasses() {
    return 10;
  }

  @Override
  public ComputationGraphConfiguration configure(
      String name, Shape exampleShape, int classes, long seed) {
    ReferenceGraph.require(name, exampleShape, classes, LEAST_SIDE);
    ReferenceGraph net = new ReferenceGraph(exampleShape, seed);
    net.convolution(6, 5, 1, 0, Activation.TANH);
    net.pooling(PoolingType.AVG, 2, 2, 0);
    net.convolution(16, 5, 1, 0, Activation.TANH);
    net.pooling(PoolingType.AVG, 2, 2, 0);
    dense(net, 120);
    dense(net, 84);
    return net.classifier(classes, 0);
  }

  private static void dense(ReferenceGraph net, int units) {
    net.graph()
        .add("dense", new DenseLayer.Builder().nOut(units).activation(Activation.TANH).build());
  }
}
