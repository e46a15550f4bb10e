package io.github.steelyard.datasets.duplicate;

import java.io.Serializable;

/**
 * One way to see that two inputs are the same. An input becomes a signature; signatures that share
 * a band are looked at as a pair, and only {@link #alike} decides. All of it follows from the bytes
 * of the inputs, on every machine.
 */
public interface DuplicateMethod extends Serializable {
  /** As it stands in tables, its version in it. */
  String name();

  /**
   * What is kept of an input, always of the same length.
   *
   * @param input decoded, row-major and little-endian
   */
  byte[] signature(byte[] input);

  /**
   * Keys under which the signature is found, always as many. Signatures that are alike share at
   * least one of them, surely or with the probability that the method states.
   */
  long[] bands(byte[] signature);

  /** Whether two inputs are duplicates; symmetric, and true of equal signatures. */
  boolean alike(byte[] one, byte[] other);
}
