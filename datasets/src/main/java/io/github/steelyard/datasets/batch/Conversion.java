package io.github.steelyard.datasets.batch;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Turns one decoded input into the numbers of a model's input, in one pass. Stateless. */
interface Conversion {
  /**
   * Converts one input.
   *
   * @param from decoded inputs, little-endian
   * @param offset of the input's first byte
   * @param to where the numbers go, in the order of the layout
   * @param at the place of the first
   */
  void convert(ByteBuffer from, int offset, FloatBuffer to, int at);
}
