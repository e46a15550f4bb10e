package io.github.steelyard.engine.columnar;

import java.nio.ByteBuffer;

/** Takes the values of a binary column as they are read, so that they need no array each. */
public interface BinaryTarget {
  /**
   * Copies one value from the buffer, between its position and its limit; the memory is used again
   * for what is read next.
   *
   * @param row of the block that is read, from 0; rows come in order
   * @throws io.github.steelyard.engine.problem.DataException when the value is not as expected
   */
  void put(int row, ByteBuffer value);
}
