package io.github.steelyard.jobs.contamination;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.jspecify.annotations.Nullable;

/** The signatures of the examples of one part, one after the other. */
interface SignatureSource extends AutoCloseable {
  /** An example with its signature; those that have none are left out. */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
  record Signed(long ordinal, byte[] signature) {}

  /** Opens a part of a split, in the executors. */
  @FunctionalInterface
  interface Opener extends Serializable {
    SignatureSource open(PreparedSplit split, int part, Configuration configuration);
  }

  /** The next one; null at the end. */
  @Nullable Signed next();

  @Override
  void close();
}
