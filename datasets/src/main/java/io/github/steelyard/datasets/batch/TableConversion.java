package io.github.steelyard.datasets.batch;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Of unsigned bytes: what each of the 256 values becomes is looked up. From and into small arrays,
 * since a buffer checks each of its bytes and numbers by itself.
 */
final class TableConversion implements Conversion {
  private static final int VALUES = 256;
  private static final int MOST_NUMBERS = 4096;

  private final Order order;
  private final float[][] tables;

  TableConversion(Normalization normalization, Order declared) {
    this.order = declared.simplified(normalization.sameForAll());
    this.tables = new float[normalization.sameForAll() ? 1 : order.channels()][VALUES];
    for (int channel = 0; channel < tables.length; channel++) {
      for (int value = 0; value < VALUES; value++) {
        tables[channel][value] = normalization.of(value, channel);
      }
    }
  }

  @Override
  public void convert(ByteBuffer from, int offset, FloatBuffer to, int at) {
    int channels = order.channels();
    int stride = order.stride();
    int most = Math.min(order.pixels(), Math.max(1, MOST_NUMBERS / channels));
    byte[] values = new byte[most * channels];
    float[] numbers = new float[most * channels];
    for (int first = 0; first < order.pixels(); first += most) {
      int pixels = Math.min(most, order.pixels() - first);
      from.get(offset + first * channels, values, 0, pixels * channels);
      for (int channel = 0; channel < channels; channel++) {
        float[] table = tables[tables.length == 1 ? 0 : channel];
        int number = order.planes() ? channel * pixels : channel;
        for (int value = channel; value < pixels * channels; value += channels) {
          numbers[number] = table[values[value] & 0xff];
          number += stride;
        }
      }
      put(numbers, pixels, to, at, first);
    }
  }

  private void put(float[] numbers, int pixels, FloatBuffer to, int at, int first) {
    if (!order.planes()) {
      to.put(at + first * order.channels(), numbers, 0, pixels * order.channels());
      return;
    }
    for (int channel = 0; channel < order.channels(); channel++) {
      to.put(at + order.start(channel) + first, numbers, channel * pixels, pixels);
    }
  }
}
