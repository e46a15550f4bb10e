package io.github.steelyard.datasets.batch;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Of float32 numbers. */
final class FloatConversion implements Conversion {
  private final Normalization normalization;
  private final Order order;

  FloatConversion(Normalization normalization, Order declared) {
    this.normalization = normalization;
    this.order = declared.simplified(normalization.sameForAll());
  }

  @Override
  public void convert(ByteBuffer from, int offset, FloatBuffer to, int at) {
    int step = order.channels() * Float.BYTES;
    for (int channel = 0; channel < order.channels(); channel++) {
      int source = offset + channel * Float.BYTES;
      int target = at + order.start(channel);
      if (normalization.scaleOnly()) {
        scale(from, source, step, to, target);
      } else {
        normalize(from, source, step, to, target, channel);
      }
    }
  }

  private void scale(ByteBuffer from, int first, int step, FloatBuffer to, int at) {
    double scale = normalization.scale();
    int stride = order.stride();
    int source = first;
    int target = at;
    for (int pixel = 0; pixel < order.pixels(); pixel++) {
      to.put(target, (float) (from.getFloat(source) * scale));
      source += step;
      target += stride;
    }
  }

  private void normalize(
      ByteBuffer from, int first, int step, FloatBuffer to, int at, int channel) {
    int stride = order.stride();
    int source = first;
    int target = at;
    for (int pixel = 0; pixel < order.pixels(); pixel++) {
      to.put(target, normalization.of(from.getFloat(source), channel));
      source += step;
      target += stride;
    }
  }
}
