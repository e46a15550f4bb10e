package io.github.steelyard.datasets.batch;

import io.github.steelyard.datasets.prepare.PreparedColumns;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.BinaryTarget;
import io.github.steelyard.engine.columnar.ParquetBlockReader;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.Tensor;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.ExampleColumns;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The shards of one file of a prepared split, in order; holds one at a time. */
public final class ShardReader implements Iterator<Shard>, AutoCloseable {
  private final PreparedSplit split;
  private final Path file;
  private final ParquetBlockReader examples;
  private final ParquetBlockReader inputs;
  private final BufferAllocator allocator;
  private int next;

  /**
   * @param part which file, 0 to {@code split.parts() - 1}
   * @param allocator for the inputs of the shards
   * @throws DataException when a file is missing or damaged, or the two do not agree
   */
  public ShardReader(
      PreparedSplit split, int part, Configuration configuration, BufferAllocator allocator) {
    if (!(part >= 0 && part < split.parts())) {
      throw new IllegalArgumentException("Cannot open part " + part + " of " + split.parts());
    }
    this.split = split;
    this.allocator = allocator;
    this.file = split.inputsFile(part);
    this.next = part * split.shardsPerFile();
    this.examples =
        new ParquetBlockReader(split.examplesFile(part), configuration, split.exampleColumns());
    try {
      this.inputs = new ParquetBlockReader(file, configuration, PreparedColumns.inputs());
    } catch (RuntimeException e) {
      examples.close();
      throw e;
    }
    long expected = split.firstOrdinal(part + 1) - split.firstOrdinal(part);
    if (examples.rowsLeft() != expected || inputs.rowsLeft() != expected) {
      long found = inputs.rowsLeft() != expected ? inputs.rowsLeft() : examples.rowsLeft();
      close();
      throw new DataException(
          file.toString(), "expected " + expected + " examples. Found: " + found);
    }
  }

  @Override
  public boolean hasNext() {
    return examples.rowsLeft() > 0;
  }

  /**
   * The first examples of a split, which whoever asks for them closes.
   *
   * @param most how many are wanted, at least 1; there may be fewer
   */
  public static Shard first(
      PreparedSplit split, int most, Configuration configuration, BufferAllocator allocator) {
    try (ShardReader reader = new ShardReader(split, 0, configuration, allocator)) {
      return reader.next(Math.min(most, split.examplesPerShard()));
    }
  }

  /** The next shard, which whoever asks for it closes. */
  @Override
  public Shard next() {
    return next(split.examplesPerShard());
  }

  private Shard next(int most) {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    long firstOrdinal = (long) next * split.examplesPerShard();
    RowBlock rows = examples.next(most);
    checkOrdinal(rows, firstOrdinal);
    Tensor memory = Tensor.allocate(allocator, split.type(), split.shape().batched(rows.rows()));
    try {
      RowBlock read = inputs.next(most, target(memory, rows.rows()));
      checkOrdinal(read, firstOrdinal);
      return new Shard(next++, firstOrdinal, rows, memory);
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  private BinaryTarget target(Tensor memory, int rows) {
    int bytes = Math.toIntExact(memory.bytes() / rows);
    return (row, value) -> {
      if (value.remaining() != bytes || row >= rows) {
        throw new DataException(
            file.toString(), "expected inputs of " + bytes + " bytes. Found: " + value.remaining());
      }
      memory.memory().setBytes((long) row * bytes, value, value.position(), bytes);
    };
  }

  private void checkOrdinal(RowBlock rows, long expected) {
    long found = rows.longs(ExampleColumns.ORDINAL.name())[0];
    if (found != expected) {
      throw new DataException(
          file.toString(), "expected example " + expected + " to come next. Found: " + found);
    }
  }

  @Override
  public void close() {
    examples.close();
    inputs.close();
  }
}
