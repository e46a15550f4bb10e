package io.github.steelyard.engine.dl4j.profile;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorSpec;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.dl4j.file.ModelNotes;
import io.github.steelyard.engine.dl4j.file.NetworkPlan;
import io.github.steelyard.engine.inference.UnusableModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.Cnn3DToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.util.Convolution1DUtils;
import org.deeplearning4j.util.ConvolutionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a network takes. In order: what the suite says ({@code input_shape}), what the
 * file noted when it was written or converted, what its first layers tell. A file that was written
 * without either may leave the height and width of its images open; then the suite must say them,
 * for neither cost nor fit can be told without.
 */
public final class InputPorts {
  /** {@code [3, 224, 224]}; with a point and the input's name behind it where there are several. */
  public static final String OPTION = "input_shape";

  private InputPorts() {}

  public static List<InputPort> of(
      NetworkPlan plan, @Nullable ModelNotes notes, Map<String, String> options)
      throws UnusableModelException {
    List<InputPort> ports = new ArrayList<>();
    for (String name : plan.inputs()) {
      ports.add(port(plan, name, type(plan, name, notes, options)));
    }
    return ports;
  }

  private static InputPort port(NetworkPlan plan, String name, InputType type) {
    Shape shape = InputTypes.shape(type);
    Shape unflattened = shape;
    boolean writable = false;
    for (NetworkPlan.Node node : consumers(plan, name)) {
      InputPreProcessor before = preProcessor(node);
      if (before instanceof FeedForwardToCnnPreProcessor image && shape.rank() == 1) {
        unflattened =
            Shape.of(image.getNumChannels(), image.getInputHeight(), image.getInputWidth());
      }
      Layer layer = node.layer();
      writable |= !(layer instanceof ConvolutionLayer || layer instanceof DenseLayer);
    }
    return new InputPort(
        new TensorSpec(name, TensorType.FLOAT32, shape), type, unflattened, writable);
  }

  private static InputType type(
      NetworkPlan plan, String name, @Nullable ModelNotes notes, Map<String, String> options)
      throws UnusableModelException {
    String given = options.get(plan.inputs().size() == 1 ? OPTION : OPTION + "." + name);
    if (given != null) {
      Shape shape = parse(given);
      return InputTypes.of(shape, channelsLast(plan, shape.rank()));
    }
    ModelNotes.Input noted = notes == null ? null : notes.inputs().get(name);
    if (noted != null) {
      return InputTypes.of(noted.shape(), noted.channelsLast());
    }
    List<NetworkPlan.Node> consumers = consumers(plan, name);
    InputType told = consumers.isEmpty() ? null : told(consumers.get(0));
    if (told == null) {
      throw new UnusableModelException(
          "its configuration does not say the whole shape of its input '"
              + name
              + "': expected '"
              + OPTION
              + "' in the suite, such as [3, 224, 224] (channels, height, width)");
    }
    return told;
  }

  /** What the first layer, or the preprocessor before it, says of its input. */
  private static @Nullable InputType told(NetworkPlan.Node node) {
    InputPreProcessor before = preProcessor(node);
    if (before instanceof FeedForwardToCnnPreProcessor image) {
      return InputType.convolutionalFlat(
          image.getInputHeight(), image.getInputWidth(), image.getNumChannels());
    }
    if (before instanceof CnnToFeedForwardPreProcessor image) {
      return InputType.convolutional(
          image.getInputHeight(), image.getInputWidth(), image.getNumChannels(), image.getFormat());
    }
    if (before instanceof Cnn3DToFeedForwardPreProcessor volume) {
      return InputType.convolutional3D(
          volume.isNCDHW() ? Convolution3D.DataFormat.NCDHW : Convolution3D.DataFormat.NDHWC,
          volume.getInputDepth(),
          volume.getInputHeight(),
          volume.getInputWidth(),
          volume.getNumChannels());
    }
    Layer layer = node.layer();
    if (before != null || layer == null) {
      return null;
    }
    Layer inner = LayerCosts.unwrapped(layer);
    if (inner instanceof EmbeddingLayer) {
      return InputType.feedForward(1);
    }
    if (inner instanceof EmbeddingSequenceLayer sequence) {
      return InputType.feedForward(sequence.getInputLength());
    }
    boolean rows =
        inner instanceof DenseLayer
            || inner instanceof AutoEncoder
            || (inner instanceof BaseOutputLayer && !(inner instanceof RnnOutputLayer));
    return rows && layer.equals(inner)
        ? InputType.feedForward(((FeedForwardLayer) inner).getNIn())
        : null;
  }

  /** How many different numbers an input may hold that is looked up in a table; 0 for others. */
  public static int vocabulary(NetworkPlan plan, String name) {
    for (NetworkPlan.Node node : consumers(plan, name)) {
      Layer layer = node.layer();
      Layer inner = layer == null ? null : LayerCosts.unwrapped(layer);
      if (inner instanceof EmbeddingLayer || inner instanceof EmbeddingSequenceLayer) {
        return Math.toIntExact(((FeedForwardLayer) inner).getNIn());
      }
    }
    return 0;
  }

  /** Whether layers that know sequences or images of that rank keep their channels last. */
  private static boolean channelsLast(NetworkPlan plan, int rank) {
    for (NetworkPlan.Node node : plan.nodes()) {
      Layer layer = node.layer();
      if (layer == null) {
        continue;
      }
      Layer inner = LayerCosts.unwrapped(layer);
      if (rank == 2 && Convolution1DUtils.hasRnnDataFormat(inner)) {
        return Convolution1DUtils.getRnnFormatFromLayer(inner) == RNNFormat.NWC;
      }
      boolean images =
          inner instanceof ConvolutionLayer
              || inner instanceof SubsamplingLayer
              || inner instanceof ZeroPaddingLayer;
      if (rank == 3 && images) {
        return ConvolutionUtils.getFormatForLayer(inner) == CNN2DFormat.NHWC;
      }
      if (rank == 4 && inner instanceof Convolution3D volume) {
        return volume.getDataFormat() == Convolution3D.DataFormat.NDHWC;
      }
      if (rank == 4 && inner instanceof Deconvolution3D volume) {
        return volume.getDataFormat() == Convolution3D.DataFormat.NDHWC;
      }
    }
    return false;
  }

  private static List<NetworkPlan.Node> consumers(NetworkPlan plan, String input) {
    return plan.nodes().stream().filter(node -> node.from().contains(input)).toList();
  }

  private static @Nullable InputPreProcessor preProcessor(NetworkPlan.Node node) {
    if (node.vertex() instanceof LayerVertex layered) {
      return layered.getPreProcessor();
    }
    return node.vertex() instanceof PreprocessorVertex preprocessing
        ? preprocessing.getPreProcessor()
        : null;
  }

  public static Shape parse(String text) throws UnusableModelException {
    try {
      long[] extents =
          Arrays.stream(text.replaceAll("[\\[\\]\\s]", "").split(",", -1))
              .mapToLong(Long::parseLong)
              .toArray();
      if (extents.length <= 4 && Arrays.stream(extents).allMatch(extent -> extent >= 1)) {
        return Shape.of(extents);
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers out of range.
    }
    throw new UnusableModelException(
        OPTION + ": Expecting 1 to 4 numbers >= 1, such as [3, 224, 224]. Found: " + text);
  }
}
