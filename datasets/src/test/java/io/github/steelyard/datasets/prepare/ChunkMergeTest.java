package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.example.ChunkBuilder;
import io.github.steelyard.datasets.example.ExampleChunk;
import io.github.steelyard.datasets.example.ExampleHead;
import io.github.steelyard.datasets.example.InputForm;
import io.github.steelyard.engine.data.TensorType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkMergeTest {
  private static final InputForm FORM = new InputForm(TensorType.UINT8, List.of(1), "a.csv, row 1");

  private static ExampleChunk chunk(List<String> keys) {
    ChunkBuilder chunk = new ChunkBuilder(0);
    keys.forEach(
        key ->
            chunk.add(
                FORM,
                new ExampleHead(key, "row " + key, new byte[] {1}, 1, null, Map.of(), null),
                new byte[] {7}));
    return ExampleChunk.of(chunk.build());
  }

  private static List<byte[]> merged(List<List<String>> chunks, long step) {
    ChunkMerge merge = new ChunkMerge();
    chunks.forEach(keys -> merge.add(chunk(keys)));
    return merge.everyKey(step);
  }

  @Test
  void everyKeyIsTheOneThatSortingAllWouldGive() {
    // In the order of their bytes, which is not Java's: the last one is two characters there.
    List<String> alphabet = List.of("", "a", "b", "z", "\u00e9", "\uff5e", "\ud83d\ude00");
    Random random = new Random(3);
    List<List<String>> chunks = new ArrayList<>();
    List<byte[]> all = new ArrayList<>();
    for (int size : new int[] {1, 40, 7, 300, 2}) {
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String key = "";
        for (int letter = 0; letter < 4; letter++) {
          key += alphabet.get(random.nextInt(alphabet.size()));
        }
        keys.add("k" + key);
        all.add(("k" + key).getBytes(StandardCharsets.UTF_8));
      }
      chunks.add(keys);
    }
    all.sort(Arrays::compareUnsigned);
    for (int step : new int[] {1, 2, 50, 349, 350}) {
      List<byte[]> expected = new ArrayList<>();
      for (int number = step; number < all.size(); number += step) {
        expected.add(all.get(number));
      }
      assertThat(merged(chunks, step).toArray(byte[][]::new))
          .isDeepEqualTo(expected.toArray(byte[][]::new));
    }
  }

  @Test
  void noChunkHasNoKeys() {
    assertThat(merged(List.of(), 3)).isEmpty();
  }
}
