package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.SparkTest;
import io.github.steelyard.datasets.example.ChunkBuilder;
import io.github.steelyard.datasets.example.ExampleHead;
import io.github.steelyard.datasets.example.InputForm;
import io.github.steelyard.engine.data.TensorType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;

class GatheredShardsIT extends SparkTest {
  private static final InputForm FORM =
      new InputForm(TensorType.UINT8, List.of(2), "some.csv, row 1");
  private static final int EXAMPLES = 95;
  private static final int CHUNKS = 7;
  private static final int PER_SHARD = 10;
  private static final int SHARDS = 10;
  private static final int PER_FILE = 3;

  private JavaRDD<byte[][]> chunks() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, new Random(11));
    List<byte[][]> chunks = new ArrayList<>();
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      ChunkBuilder builder = new ChunkBuilder(0);
      for (int i = chunk; i < EXAMPLES; i += CHUNKS) {
        int number = numbers.get(i);
        builder.add(
            FORM,
            new ExampleHead("x" + number, "row " + number, new byte[] {1}, 1, null, Map.of(), null),
            new byte[] {(byte) number, 7});
      }
      chunks.add(builder.build());
    }
    return jsc().parallelize(chunks, 4);
  }

  /** Of each partition, in its order, each shard with its examples' keys and first pixels. */
  private static List<List<String>> contents(JavaRDD<ShardPiece> pieces) {
    return pieces
        .glom()
        .map(
            file -> {
              List<String> contents = new ArrayList<>();
              for (ShardPiece piece : file) {
                for (int i = piece.from(); i < piece.to(); i++) {
                  contents.add(
                      "%d %s %d"
                          .formatted(
                              piece.shard(),
                              new String(piece.chunk().key(i), StandardCharsets.UTF_8),
                              piece.chunk().inputs()[piece.chunk().inputOffset(i)]));
                }
              }
              return contents;
            })
        .collect();
  }

  @Test
  void whatIsGatheredIsWhatIsShuffled() {
    JavaRDD<byte[][]> chunks = chunks();
    ShardBoundaries boundaries = ShardBoundaries.of(chunks, EXAMPLES, PER_SHARD);
    List<List<String>> shuffled = contents(ShuffledShards.of(chunks, boundaries, PER_FILE));
    ShardBoundaries merged = ShardBoundaries.merged(chunks, EXAMPLES, PER_SHARD);
    List<List<String>> gathered = contents(GatheredShards.of(chunks, merged, PER_FILE));
    assertThat(gathered).hasSize(4);
    assertThat(gathered.stream().mapToInt(List::size).sum()).isEqualTo(EXAMPLES);
    for (int file = 0; file < shuffled.size(); file++) {
      assertThat(gathered.get(file)).containsExactlyInAnyOrderElementsOf(shuffled.get(file));
      assertThat(gathered.get(file).stream().map(text -> text.charAt(0))).isSorted();
      assertThat(shuffled.get(file).stream().map(text -> text.charAt(0))).isSorted();
    }
  }

  @Test
  void onlyWhatLiesInMemoryIsGathered() {
    JavaRDD<byte[][]> chunks = chunks();
    assertThat(GatheredShards.fit(chunks, SHARDS)).isFalse();
    chunks.persist(StorageLevel.MEMORY_AND_DISK());
    assertThat(GatheredShards.fit(chunks, SHARDS)).isFalse();
    chunks.count();
    assertThat(GatheredShards.fit(chunks, SHARDS)).isTrue();
    chunks.unpersist(true);

    JavaRDD<byte[][]> onDisk = chunks().persist(StorageLevel.DISK_ONLY());
    onDisk.count();
    assertThat(GatheredShards.fit(onDisk, SHARDS)).isFalse();
    onDisk.unpersist(true);
  }
}
