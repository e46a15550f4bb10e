package io.github.steelyard.datasets.batch;

/**
 * Where the numbers of an input stand before and after: {@code pixels} of {@code channels} numbers
 * each, channels innermost, become either the same or, for {@link Layout#NCHW}, a plane for each
 * channel.
 */
record Order(int pixels, int channels, boolean planes) {
  static Order of(Layout layout, long elements, int channels) {
    boolean planes = layout == Layout.NCHW && channels > 1;
    return new Order(Math.toIntExact(elements / channels), channels, planes);
  }

  /** The same for numbers that are all treated alike: one channel, where nothing moves. */
  Order simplified(boolean sameForAll) {
    return sameForAll && !planes ? new Order(pixels * channels, 1, false) : this;
  }

  /** Where a channel's first number goes. */
  int start(int channel) {
    return planes ? channel * pixels : channel;
  }

  /** How far apart the numbers of one channel end up. */
  int stride() {
    return planes ? 1 : channels;
  }
}
