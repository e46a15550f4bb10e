package io.github.steelyard.datasets.batch;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Of images that change their size first; what lies between is kept in double. */
final class ResizingConversion implements Conversion {
  private final Normalization normalization;
  private final TensorType type;
  private final Shape image;
  private final Preprocessing.Size size;
  private final Order order;

  /**
   * @param image {@code [height, width, channels]}
   * @param order of the resized image
   */
  ResizingConversion(
      Normalization normalization,
      TensorType type,
      Shape image,
      Preprocessing.Size size,
      Order order) {
    this.normalization = normalization;
    this.type = type;
    this.image = image;
    this.size = size;
    this.order = order;
  }

  @Override
  public void convert(ByteBuffer from, int offset, FloatBuffer to, int at) {
    double[] raw = new double[Math.toIntExact(image.elements())];
    for (int i = 0; i < raw.length; i++) {
      raw[i] =
          type == TensorType.UINT8
              ? from.get(offset + i) & 0xff
              : from.getFloat(offset + i * Float.BYTES);
    }
    int channels = order.channels();
    double[] resized =
        Bilinear.resize(
            raw,
            Math.toIntExact(image.extent(0)),
            Math.toIntExact(image.extent(1)),
            channels,
            size.height(),
            size.width());
    for (int channel = 0; channel < channels; channel++) {
      int target = at + order.start(channel);
      for (int source = channel; source < resized.length; source += channels) {
        to.put(target, normalization.of(resized[source], channel));
        target += order.stride();
      }
    }
  }
}
