package io.github.steelyard.engine.dl4j.keras;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.layers.normalization.KerasBatchNormalization;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mends where the importer loses sight of the channels. It guesses the layout of a normalization
 * from whichever layer comes first, takes the kernels of convolutions with channels first for
 * Theano's, and flattens images with channels first in their own order, where Keras' {@code
 * Flatten} moves the channels last if it was told of them.
 */
final class ChannelOrder {
  /** What leaves each number where it was. */
  private static final Set<String> ELEMENTWISE =
      Set.of(
          "Activation",
          "ReLU",
          "LeakyReLU",
          "ELU",
          "Dropout",
          "GaussianDropout",
          "GaussianNoise",
          "BatchNormalization");

  private final KerasModel model;
  private final Map<String, SourceLayer> sources;

  ChannelOrder(KerasModel model, Map<String, SourceLayer> sources) {
    this.model = model;
    this.sources = sources;
  }

  /** Before the network is made of the layers. */
  void mendLayers() throws KerasFormatException {
    for (KerasLayer layer : model.getLayersOrdered()) {
      if (layer instanceof KerasBatchNormalization norm
          && input(layer) instanceof InputType.InputTypeConvolutional image) {
        checkAxis(layer, image);
        norm.getBatchNormalizationLayer().setCnn2DFormat(image.getFormat());
      } else if (layer.getVertex() instanceof MergeVertex merge
          && input(layer) instanceof InputType.InputTypeConvolutional image) {
        merge.setMergeAxis(checkAxis(layer, image));
      }
    }
    for (KerasLayer layer : model.getLayersOrdered()) {
      if (movesChannels(layer)) {
        checkFollowers(layer);
      }
    }
  }

  /** A layer's arrays as a network without {@code Flatten}'s move wants them. */
  void mendArrays(KerasLayer layer, Map<String, INDArray> arrays) {
    KerasLayer moved = moveBefore(layer);
    if (moved != null) {
      InputType.InputTypeConvolutional image = (InputType.InputTypeConvolutional) input(moved);
      boolean norm = layer instanceof KerasBatchNormalization;
      arrays.replaceAll(
          (name, array) -> norm || name.equals("kernel") ? channelsFirst(array, image) : array);
    }
  }

  /** The {@code Flatten} that moves the channels, where nothing but its order reaches the layer. */
  private @Nullable KerasLayer moveBefore(KerasLayer layer) {
    if (layer.getInboundLayerNames().size() != 1) {
      return null;
    }
    KerasLayer before = model.getLayers().get(layer.getInboundLayerNames().get(0));
    if (before == null || movesChannels(before)) {
      return before;
    }
    return ELEMENTWISE.contains(before.getClassName()) ? moveBefore(before) : null;
  }

  /** The kernel where the importer turned it upside down. */
  void mendKernel(KerasLayer layer, Map<String, INDArray> arrays) {
    SourceLayer source = sources.get(layer.getLayerName());
    INDArray kernel = arrays.get("kernel");
    if (source != null
        && kernel != null
        && source.kind().equals("Conv2D")
        && source.channelsFirst()) {
      layer.getWeights().put("W", kernel.permute(3, 2, 0, 1));
    }
  }

  /** Rows in the order height, width, channels become channels, height, width. */
  private static INDArray channelsFirst(INDArray rows, InputType.InputTypeConvolutional image) {
    long[] shape = rows.shape();
    long others = rows.length() / (image.getHeight() * image.getWidth() * image.getChannels());
    return rows.dup('c')
        .reshape('c', image.getHeight(), image.getWidth(), image.getChannels(), others)
        .permute(2, 0, 1, 3)
        .dup('c')
        .reshape('c', shape);
  }

  private boolean movesChannels(KerasLayer layer) {
    SourceLayer source = sources.get(layer.getLayerName());
    return source != null
        && source.kind().equals("Flatten")
        && source.channelsFirst()
        && input(layer) instanceof InputType.InputTypeConvolutional;
  }

  private void checkFollowers(KerasLayer moved) throws KerasFormatException {
    String name = moved.getLayerName();
    List<KerasLayer> followers =
        model.getLayersOrdered().stream()
            .filter(layer -> layer.getInboundLayerNames().contains(name))
            .toList();
    for (KerasLayer follower : followers) {
      if (ELEMENTWISE.contains(follower.getClassName())) {
        checkFollowers(follower);
      } else if (!follower.getClassName().equals("Dense")) {
        throw unfit(name, "is flattened with channels last before '" + follower.getLayerName());
      }
    }
    if (followers.isEmpty()) {
      throw unfit(name, "is flattened with channels last as an output of '" + name);
    }
  }

  private static KerasFormatException unfit(String name, String what) {
    return new KerasFormatException(
        "its layer '" + name + "' " + what + "', which cannot be imported");
  }

  private InputType input(KerasLayer layer) {
    List<String> from = layer.getInboundLayerNames();
    InputType type = from.isEmpty() ? null : model.getOutputTypes().get(from.get(0));
    return type == null ? InputType.feedForward(1) : type;
  }

  /** The axis of the channels, which must be the one that the layer names. */
  private static int checkAxis(KerasLayer layer, InputType.InputTypeConvolutional image)
      throws KerasFormatException {
    int channels = image.getFormat() == CNN2DFormat.NHWC ? 3 : 1;
    Object config = layer.getOriginalLayerConfig().get("config");
    Object named = config instanceof Map<?, ?> settings ? settings.get("axis") : null;
    Object axis = named instanceof List<?> list && list.size() == 1 ? list.get(0) : named;
    if (axis instanceof Integer index && Math.floorMod(index, 4) != channels) {
      throw new KerasFormatException(
          "its layer '"
              + layer.getLayerName()
              + "' works along axis "
              + index
              + ", expected the channels' (axis "
              + channels
              + ")");
    }
    return channels;
  }
}
