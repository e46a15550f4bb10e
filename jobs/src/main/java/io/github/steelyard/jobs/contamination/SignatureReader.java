package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** The examples of one part, under each of their bands; holds one shard at a time. */
final class SignatureReader implements Iterator<Tuple2<Long, byte[]>>, AutoCloseable {
  private final DuplicateMethod method;
  private final boolean train;
  private final BufferAllocator allocator = new RootAllocator();
  private final ShardReader shards;
  private final ArrayDeque<Tuple2<Long, byte[]>> ready = new ArrayDeque<>();
  private @Nullable Shard shard;
  private int row;
  private boolean closed;

  SignatureReader(
      PreparedSplit split,
      int part,
      boolean train,
      DuplicateMethod method,
      Configuration configuration) {
    this.method = method;
    this.train = train;
    try {
      this.shards = new ShardReader(split, part, configuration, allocator);
    } catch (RuntimeException e) {
      allocator.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    if (ready.isEmpty() && !closed) {
      read();
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Long, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** The next example, or the end. */
  private void read() {
    if (shard != null && row == shard.rows()) {
      shard.close();
      shard = null;
    }
    if (shard == null) {
      if (!shards.hasNext()) {
        close();
        return;
      }
      shard = shards.next();
      row = 0;
    }
    byte[] signature = method.signature(shard.input(row));
    byte[] signed = new SignedExample(train, shard.firstOrdinal() + row, signature).bytes();
    row++;
    for (long key : method.bands(signature)) {
      ready.add(new Tuple2<>(key, signed));
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (shard != null) {
        shard.close();
      }
      shards.close();
      allocator.close();
    }
  }
}
