package io.github.steelyard.jobs.contamination;

import java.nio.ByteBuffer;

/**
 * An example as it goes through the shuffle.
 *
 * @param train whether models were trained on it
 * @param ordinal in its split
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
record SignedExample(boolean train, long ordinal, byte[] signature) {
  private static final int HEAD = 1 + Long.BYTES;

  byte[] bytes() {
    return ByteBuffer.allocate(HEAD + signature.length)
        .put((byte) (train ? 1 : 0))
        .putLong(ordinal)
        .put(signature)
        .array();
  }

  static SignedExample read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean train = buffer.get() == 1;
    long ordinal = buffer.getLong();
    byte[] signature = new byte[buffer.remaining()];
    buffer.get(signature);
    return new SignedExample(train, ordinal, signature);
  }
}
