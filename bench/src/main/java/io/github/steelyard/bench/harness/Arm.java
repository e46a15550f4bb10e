package io.github.steelyard.bench.harness;

import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;

/** One way of doing the work. Used by one thread. */
public interface Arm extends AutoCloseable {
  /** Does the work once and says how long it took; what is around the work is not timed. */
  Measurement round() throws IOException;

  /**
   * What the work results in, for the same inputs as in every other arm of the benchmark; {@link
   * Answers#NONE} where an arm does only a part of the work.
   */
  Answers answers() throws IOException;

  @Override
  default void close() {}
}
