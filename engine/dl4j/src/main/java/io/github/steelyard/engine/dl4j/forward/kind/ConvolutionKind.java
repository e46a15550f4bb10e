package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.jspecify.annotations.Nullable;

/** Convolutions of images, channels first. */
final class ConvolutionKind implements LayerKind {
  private static final long CHANNELS_FIRST = 0;

  /** Weights are [out, in, height, width]. */
  private static final long OUT_IN_HEIGHT_WIDTH = 1;

  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != ConvolutionLayer.class
        || ((ConvolutionLayer) layer).getCnn2dDataFormat() != CNN2DFormat.NCHW
        || site.input().shape().rank() != 3) {
      return null;
    }
    ConvolutionLayer convolution = (ConvolutionLayer) layer;
    return convolved("conv2d", convolution, site, CHANNELS_FIRST, OUT_IN_HEIGHT_WIDTH);
  }

  /** Any convolution whose operation takes its window first. */
  static Value convolved(
      String operation, ConvolutionLayer convolution, Site site, long... moreArguments) {
    List<Operand> operands = new ArrayList<>();
    operands.add(site.input());
    operands.add(Program.constant(site.parameter(ConvolutionParamInitializer.WEIGHT_KEY)));
    if (convolution.hasBias()) {
      operands.add(Program.vector(site.parameter(ConvolutionParamInitializer.BIAS_KEY)));
    }
    Value result =
        site.emit(
            operation,
            operands,
            site.output(),
            Windows.arguments(
                convolution.getKernelSize(),
                convolution.getStride(),
                convolution.getPadding(),
                convolution.getDilation(),
                convolution.getConvolutionMode(),
                site.input().shape(),
                site.output(),
                moreArguments));
    return site.activated(convolution.getActivationFn(), result);
  }
}
