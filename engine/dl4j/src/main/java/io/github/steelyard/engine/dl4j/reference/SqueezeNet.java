package io.github.steelyard.engine.dl4j.reference;

import com.google.auto.service.AutoService;
import io.github.steelyard.engine.data.Shape;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Iandola et al. 2016 in the authors' release 1.1, which pools earlier: fire modules with biases,
 * and a 1x1 convolution as classifier. The authors' poolings round sizes up, these down: the same
 * where they divide evenly, as at 224 pixels.
 */
@AutoService(ReferenceArchitecture.class)
public final class SqueezeNet implements ReferenceArchitecture {
  /** Four steps from n to (n - 3) / 2 + 1 leave one pixel. */
  private static final int LEAST_SIDE = 31;

  private static final double KEPT = 0.5;
  private static final int FIRST_CHANNELS = 64;

  /** Channels that each fire module squeezes to; each of its two branches expands to four times. */
  private static final List<Integer> SQUEEZED = List.of(16, 16, 32, 32, 48, 48, 64, 64);

  /** The modules, counted from 0, that a pooling stands before. */
  private static final Set<Integer> POOLED_BEFORE = Set.of(0, 2, 4);

  @Override
  public List<String> names() {
    return List.of("squeezenet-1.1");
  }

  @Override
  public ComputationGraphConfiguration configure(
      String name, Shape exampleShape, int classes, long seed) {
    ReferenceGraph.require(name, exampleShape, classes, LEAST_SIDE);
    ReferenceGraph net = new ReferenceGraph(exampleShape, seed);
    net.convolution(FIRST_CHANNELS, 3, 2, 0, Activation.RELU);
    for (int module = 0; module < SQUEEZED.size(); module++) {
      if (POOLED_BEFORE.contains(module)) {
        net.pooling(PoolingType.MAX, 3, 2, 0);
      }
      fire(net, SQUEEZED.get(module));
    }
    net.graph()
        .add(
            "convolution",
            new ConvolutionLayer.Builder(1, 1)
                .nOut(classes)
                .convolutionMode(ConvolutionMode.Truncate)
                .dropOut(KEPT)
                .activation(Activation.RELU)
                .build());
    net.globalAverage();
    net.graph()
        .add(
            "classifier",
            new LossLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                .activation(Activation.SOFTMAX)
                .build());
    return net.graph().configuration();
  }

  private static void fire(ReferenceGraph net, int squeezed) {
    net.convolution(squeezed, 1, 1, 0, Activation.RELU);
    String squeeze = net.graph().top();
    net.convolution(4 * squeezed, 1, 1, 0, Activation.RELU);
    String narrow = net.graph().top();
    net.graph().continueFrom(squeeze);
    net.convolution(4 * squeezed, 3, 1, 1, Activation.RELU);
    net.graph().concatenate(narrow, net.graph().top());
  }
}
