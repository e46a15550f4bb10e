package io.github.steelyard.datasets.prepare;

import io.github.steelyard.engine.task.ExampleColumns;
import java.nio.charset.StandardCharsets;
import net.jpountz.xxhash.XXHash64;
import net.jpountz.xxhash.XXHashFactory;

/** XXH64 of the UTF-8 bytes of keys: what Spark SQL's {@code xxhash64} gives in every version. */
final class KeyHash {
  private static final XXHash64 XXH64 = XXHashFactory.fastestJavaInstance().hash64();
  private static final long SEED = 42;

  /** Another hash than the group's, or a sample would hold few groups. */
  private static final byte[] SAMPLE = "sample".getBytes(StandardCharsets.UTF_8);

  private KeyHash() {}

  /** The group of an example by its key, or by what it shares with others. */
  static int group(String key) {
    return (int) Math.floorMod(hash(key), (long) ExampleColumns.GROUPS);
  }

  /** Of all examples of a class, those whose draw is lowest make a sample. */
  static long draw(String key) {
    return XXH64.hash(SAMPLE, 0, SAMPLE.length, hash(key));
  }

  private static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return XXH64.hash(bytes, 0, bytes.length, SEED);
  }
}
