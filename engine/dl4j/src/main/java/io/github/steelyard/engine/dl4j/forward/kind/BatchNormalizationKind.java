package io.github.steelyard.engine.dl4j.forward.kind;

import io.github.steelyard.engine.dl4j.forward.program.Operand;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch normalization by its running statistics, of rows or of images, channels first. */
final class BatchNormalizationKind implements LayerKind {
  /** With scale and with shift; channels are the axis 1. */
  private static final long[] ARGUMENTS = {1, 1, 1};

  @Override
  public @Nullable Value add(Layer layer, Site site) {
    if (layer.getClass() != BatchNormalization.class) {
      return null;
    }
    BatchNormalization normalization = (BatchNormalization) layer;
    int rank = site.input().shape().rank();
    boolean channelsFirst =
        rank == 1 || (rank == 3 && normalization.getCnn2DFormat() == CNN2DFormat.NCHW);
    if (normalization.isLockGammaBeta() || !channelsFirst) {
      return null;
    }
    return site.emit(
        "batchnorm",
        List.of(
            site.input(),
            vector(site, BatchNormalizationParamInitializer.GLOBAL_MEAN),
            variance(site),
            vector(site, BatchNormalizationParamInitializer.GAMMA),
            vector(site, BatchNormalizationParamInitializer.BETA)),
        site.output(),
        ARGUMENTS,
        normalization.getEps());
  }

  private static Operand vector(Site site, String key) {
    return Program.vector(site.parameter(key));
  }

  /** Kept as it is, or as the decimal logarithm of its root. */
  private static Operand variance(Site site) {
    INDArray logarithm = site.parameters().get(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
    return logarithm == null
        ? vector(site, BatchNormalizationParamInitializer.GLOBAL_VAR)
        : Program.vector(Transforms.exp(logarithm.mul(2 * Math.log(10)), false));
  }
}
