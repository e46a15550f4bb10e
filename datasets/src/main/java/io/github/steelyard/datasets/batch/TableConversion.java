package io.github.steelyard.datasets.batch;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Of unsigned bytes: what each of the 256 values becomes is looked up. */
final class TableConversion implements Conversion {
  private static final int VALUES = 256;

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
    for (int channel = 0; channel < channels; channel++) {
      float[] table = tables[tables.length == 1 ? 0 : channel];
      int source = offset + channel;
      int target = at + order.start(channel);
      for (int pixel = 0; pixel < order.pixels(); pixel++) {
        to.put(target, table[from.get(source) & 0xff]);
        source += channels;
        target += stride;
      }
    }
  }
}
