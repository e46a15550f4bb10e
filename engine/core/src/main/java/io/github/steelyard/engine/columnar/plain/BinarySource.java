package io.github.steelyard.engine.columnar.plain;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Gives the values of a binary column as they are written, so that they need no array each. */
public interface BinarySource {
  /**
   * One value, between the buffer's position and its limit, or null where the row has none. Its
   * bytes stay as they are until the file is written.
   *
   * @param row of the block that is written, from 0; rows are asked for in order
   */
  @Nullable ByteBuffer value(int row);

  /** Of rows that are null where they have no value. */
  static BinarySource of(byte[][] rows) {
    return row -> rows[row] == null ? null : ByteBuffer.wrap(rows[row]);
  }
}
