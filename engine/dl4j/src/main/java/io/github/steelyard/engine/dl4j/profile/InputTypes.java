package io.github.steelyard.engine.dl4j.profile;

import io.github.steelyard.engine.data.Shape;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;

/** Deeplearning4j's types of activations, and the shapes of one example that go with them. */
public final class InputTypes {
  private InputTypes() {}

  /** A shape of 1 to 4 dimensions: features, sequences, images, volumes. */
  static InputType of(Shape shape, boolean channelsLast) {
    return switch (shape.rank()) {
      case 1 -> InputType.feedForward(shape.extent(0));
      case 2 ->
          channelsLast
              ? InputType.recurrent(shape.extent(1), shape.extent(0), RNNFormat.NWC)
              : InputType.recurrent(shape.extent(0), shape.extent(1), RNNFormat.NCW);
      case 3 ->
          channelsLast
              ? InputType.convolutional(
                  shape.extent(0), shape.extent(1), shape.extent(2), CNN2DFormat.NHWC)
              : InputType.convolutional(
                  shape.extent(1), shape.extent(2), shape.extent(0), CNN2DFormat.NCHW);
      case 4 ->
          channelsLast
              ? InputType.convolutional3D(
                  Convolution3D.DataFormat.NDHWC,
                  shape.extent(0),
                  shape.extent(1),
                  shape.extent(2),
                  shape.extent(3))
              : InputType.convolutional3D(
                  Convolution3D.DataFormat.NCDHW,
                  shape.extent(1),
                  shape.extent(2),
                  shape.extent(3),
                  shape.extent(0));
      default -> throw new IllegalArgumentException("Cannot use an input of " + shape);
    };
  }

  /** The shape of one example, in the order in which the network holds it. */
  public static Shape shape(InputType type) {
    if (type instanceof InputType.InputTypeConvolutional image) {
      return image.getFormat() == CNN2DFormat.NHWC
          ? Shape.of(image.getHeight(), image.getWidth(), image.getChannels())
          : Shape.of(image.getChannels(), image.getHeight(), image.getWidth());
    }
    if (type instanceof InputType.InputTypeConvolutional3D volume) {
      return volume.getDataFormat() == Convolution3D.DataFormat.NDHWC
          ? Shape.of(volume.getDepth(), volume.getHeight(), volume.getWidth(), volume.getChannels())
          : Shape.of(
              volume.getChannels(), volume.getDepth(), volume.getHeight(), volume.getWidth());
    }
    if (type instanceof InputType.InputTypeRecurrent sequence) {
      long steps = sequence.getTimeSeriesLength() > 0 ? sequence.getTimeSeriesLength() : Shape.ANY;
      return sequence.getFormat() == RNNFormat.NWC
          ? Shape.of(steps, sequence.getSize())
          : Shape.of(sequence.getSize(), steps);
    }
    return Shape.of(type.arrayElementsPerExample());
  }

  /** Whether features come after height, width or time. */
  public static boolean channelsLast(InputType type) {
    if (type instanceof InputType.InputTypeConvolutional image) {
      return image.getFormat() == CNN2DFormat.NHWC;
    }
    if (type instanceof InputType.InputTypeConvolutional3D volume) {
      return volume.getDataFormat() == Convolution3D.DataFormat.NDHWC;
    }
    return type instanceof InputType.InputTypeRecurrent sequence
        && sequence.getFormat() == RNNFormat.NWC;
  }

  /** Channels, or features of one step. */
  static long features(InputType type) {
    if (type instanceof InputType.InputTypeConvolutional image) {
      return image.getChannels();
    }
    if (type instanceof InputType.InputTypeConvolutional3D volume) {
      return volume.getChannels();
    }
    return type instanceof InputType.InputTypeRecurrent sequence
        ? sequence.getSize()
        : type.arrayElementsPerExample();
  }

  /** Places at which a layer with this result does its work: pixels, steps, or one. */
  static long positions(InputType type) {
    if (type instanceof InputType.InputTypeConvolutional image) {
      return Math.multiplyExact(image.getHeight(), image.getWidth());
    }
    if (type instanceof InputType.InputTypeConvolutional3D volume) {
      return Math.multiplyExact(
          volume.getDepth(), Math.multiplyExact(volume.getHeight(), volume.getWidth()));
    }
    if (type instanceof InputType.InputTypeRecurrent sequence) {
      long steps = sequence.getTimeSeriesLength();
      if (!(steps >= 1)) {
        throw new IllegalStateException("the length of a sequence is not known");
      }
      return steps;
    }
    return 1;
  }
}
