package io.github.steelyard.datasets.prepare;

/** How examples are cut into shards and shards put into files: by the data alone. */
public final class ShardRule {
  static final int MOST_EXAMPLES = 8192;
  static final long MOST_BYTES = 64L << 20;
  static final int MOST_SINGLE_FILES = 1024;
  static final int MOST_SHARDS_PER_FILE = 64;

  private ShardRule() {}

  /**
   * Of all shards but the last.
   *
   * @param inputBytes of one decoded input, 1 to {@link #MOST_BYTES}
   */
  public static int examplesPerShard(long inputBytes) {
    return (int) Math.min(MOST_EXAMPLES, MOST_BYTES / inputBytes);
  }

  /** Of all files but the last. */
  public static int shardsPerFile(long examples, int examplesPerShard) {
    long shards = (examples + examplesPerShard - 1) / examplesPerShard;
    long perFile = (shards + MOST_SINGLE_FILES - 1) / MOST_SINGLE_FILES;
    return (int) Math.min(MOST_SHARDS_PER_FILE, perFile);
  }
}
