package io.github.steelyard.datasets.shift;

import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.Serializable;
import java.util.BitSet;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A shift at one severity, as a suite asks for it.
 *
 * @param severity from 1 to {@link Shift#SEVERITIES}
 * @param version the shift's
 */
public record ShiftLevel(String shift, int severity, int version) implements Serializable {
  /** A known shift at a severity. */
  public static ShiftLevel of(Shift shift, int severity) {
    return new ShiftLevel(shift.name(), severity, shift.version());
  }

  /** Whether {@link #transform} is to be given how the split's values are spread. */
  public boolean needsSpread() {
    return Shifts.named(shift).needsSpread();
  }

  /** What all shards of a split go through; made once for a task. */
  public InputTransform transform(PreparedSplit split, @Nullable InputSpread spread) {
    return Shifts.named(shift).at(severity, new ShiftInputs(split.type(), split.shape(), spread));
  }

  /** The same examples with shifted inputs, in memory of their own; whoever asks closes it. */
  public Shard apply(InputTransform transform, Shard shard, BufferAllocator allocator) {
    Tensor clean = shard.inputs();
    Tensor shifted = Tensor.allocate(allocator, clean.type(), clean.shape());
    try {
      String[] ids = shard.examples().strings(ExampleColumns.ID.name());
      BitSet leftOut = new BitSet();
      long bytes = shard.inputBytes();
      for (int row = 0; row < shard.rows(); row++) {
        byte[] input = shard.input(row);
        leftOut.set(row, !transform.keeps(input, ShiftRandom.of(shift, ids[row])));
        byte[] changed = transform.apply(input, ShiftRandom.of(shift, ids[row]));
        shifted.memory().setBytes(row * bytes, changed);
      }
      return new Shard(shard.number(), shard.firstOrdinal(), shard.examples(), shifted, leftOut);
    } catch (RuntimeException e) {
      shifted.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return shift + " " + severity;
  }
}
