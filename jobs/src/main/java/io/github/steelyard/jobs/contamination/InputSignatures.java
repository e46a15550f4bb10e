package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.batch.Shard;
import io.github.steelyard.datasets.batch.ShardReader;
import io.github.steelyard.datasets.duplicate.DuplicateMethod;
import io.github.steelyard.datasets.prepare.PreparedSplit;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** Signatures of the decoded inputs; holds one shard at a time. */
final class InputSignatures implements SignatureSource {
  private final DuplicateMethod method;
  private final BufferAllocator allocator = new RootAllocator();
  private final ShardReader shards;
  private @Nullable Shard shard;
  private int row;

  InputSignatures(
      PreparedSplit split, int part, DuplicateMethod method, Configuration configuration) {
    this.method = method;
    try {
      this.shards = new ShardReader(split, part, configuration, allocator);
    } catch (RuntimeException e) {
      allocator.close();
      throw e;
    }
  }

  @Override
  public @Nullable Signed next() {
    if (shard != null && row == shard.rows()) {
      shard.close();
      shard = null;
    }
    if (shard == null) {
      if (!shards.hasNext()) {
        return null;
      }
      shard = shards.next();
      row = 0;
    }
    long ordinal = shard.firstOrdinal() + row;
    return new Signed(ordinal, method.signature(shard.input(row++)));
  }

  @Override
  public void close() {
    if (shard != null) {
      shard.close();
    }
    shards.close();
    allocator.close();
  }
}
