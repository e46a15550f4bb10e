package io.github.steelyard.datasets.prepare;

/** How examples are cut into shards and shards put into files: by the data alone. */
final class ShardRule {
  static final int MOST_EXAMPLES = 8192;
  static final long MOST_BYTES = 64L << 20;
  static final int MOST_SINGLE_FILES = 1024;
  static final int MOST_SHARDS_PER_FILE = 64;

  private ShardRule() {}

  /**
   * @param inputBytes of one decoded input, 1 to {@link #MOST_BYTES}
   */
  static int examplesPerShard(long inputBytes) {
    return (int) Math.min(MOST_EXAMPLES, MOST_BYTES / inputBytes);
  }

  static int shardsPerFile(long examples, int examplesPerShard) {
    long shards = (examples + examplesPerShard - 1) / examplesPerShard;
    long perFile = (shards + MOST_SINGLE_FILES - 1) / MOST_SINGLE_FILES;
    return (int) Math.min(MOST_SHARDS_PER_FILE, perFile);
  }
}
