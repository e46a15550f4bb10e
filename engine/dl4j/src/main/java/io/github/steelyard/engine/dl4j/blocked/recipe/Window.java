package io.github.steelyard.engine.dl4j.blocked.recipe;

import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.dl4j.forward.program.NativeOperation;
import java.util.List;

/**
 * A sliding window, in oneDNN's terms; height before width.
 *
 * @param dilations pixels left out between two of the window's
 * @param before zeros above and to the left
 * @param after zeros below and to the right
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Window(long[] sizes, long[] strides, long[] dilations, long[] before, long[] after) {
  /** Of libnd4j's arguments, which begin with sizes, strides, padding and dilations. */
  static Window of(NativeOperation operation) {
    List<Long> arguments = operation.integers();
    Shape input = operation.reads().get(0).shape();
    Shape output = operation.writes().shape();
    long[] sizes = pair(arguments, 0);
    long[] strides = pair(arguments, 2);
    long[] before = pair(arguments, 4);
    long[] dilations = pair(arguments, 6);
    long[] after = new long[2];
    for (int side = 0; side < after.length; side++) {
      dilations[side]--;
      long reach = (sizes[side] - 1) * (dilations[side] + 1) + 1;
      long needed = (output.extent(side + 1) - 1) * strides[side] + reach;
      after[side] = Math.max(0, needed - input.extent(side + 1) - before[side]);
    }
    return new Window(sizes, strides, dilations, before, after);
  }

  private static long[] pair(List<Long> arguments, int at) {
    return new long[] {arguments.get(at), arguments.get(at + 1)};
  }
}
