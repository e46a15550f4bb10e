package io.github.steelyard.datasets.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.TensorType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExampleChunkTest {
  /** In UTF-16 the ligature comes after the smiling face, in UTF-8 before it. */
  private static final List<String> KEYS = List.of("a", "aa", "z", "é", "\uFB01", "\uD83D\uDE00");

  private static final InputForm FORM =
      new InputForm(TensorType.UINT8, List.of(1, 3), "some.csv, row 1");

  private static ExampleHead head(String key) {
    Map<String, String> slices = new HashMap<>();
    slices.put("site", "Åre");
    slices.put("age", null);
    byte[] sketch = key.equals("a") ? null : new byte[] {7, (byte) key.length()};
    return new ExampleHead(key, "some.csv, row 3", new byte[] {1, -1}, 0.25, null, slices, sketch);
  }

  private static byte[] input(String key) {
    return new byte[] {(byte) KEYS.indexOf(key), -2, 3};
  }

  private static ExampleChunk chunk(List<String> keys) {
    ChunkBuilder builder = new ChunkBuilder(0);
    keys.forEach(key -> builder.add(FORM, head(key), input(key)));
    return ExampleChunk.of(builder.build());
  }

  private static ExampleChunk shuffled() {
    List<String> keys = new ArrayList<>(KEYS);
    Collections.shuffle(keys, new Random(3));
    return chunk(keys);
  }

  private static byte[] inputOf(ExampleChunk chunk, int example) {
    int offset = chunk.inputOffset(example);
    return Arrays.copyOfRange(chunk.inputs(), offset, offset + chunk.inputBytes());
  }

  @Test
  void examplesStandInTheOrderOfTheBytesOfTheirKeys() {
    ExampleChunk chunk = shuffled();
    assertThat(chunk.size()).isEqualTo(KEYS.size());
    assertThat(chunk.form()).isEqualTo(FORM);
    for (int i = 0; i < KEYS.size(); i++) {
      assertThat(chunk.head(i)).usingRecursiveComparison().isEqualTo(head(KEYS.get(i)));
      assertThat(chunk.key(i)).isEqualTo(KEYS.get(i).getBytes(StandardCharsets.UTF_8));
      assertThat(inputOf(chunk, i)).isEqualTo(input(KEYS.get(i)));
      for (int j = 0; j < KEYS.size(); j++) {
        assertThat(Integer.signum(chunk.compareKeys(i, chunk, j))).isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void theFirstExampleFromAKeyOnIsFoundWhetherItIsThereOrNot() {
    ExampleChunk chunk = chunk(List.of("d", "b", "b", "f"));
    List<String> keys = List.of("a", "b", "c", "d", "e", "f", "g");
    assertThat(keys.stream().map(key -> chunk.firstFrom(key.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(0, 0, 2, 2, 3, 3, 4);
  }

  @Test
  void someOfAChunkMakeAnother() {
    ExampleChunk all = shuffled();
    ChunkBuilder builder = new ChunkBuilder(0);
    builder.add(all, 4);
    builder.add(all, 1);
    ExampleChunk some = ExampleChunk.of(builder.build());
    assertThat(some.size()).isEqualTo(2);
    assertThat(some.form()).isEqualTo(FORM);
    assertThat(some.head(0)).usingRecursiveComparison().isEqualTo(head(KEYS.get(1)));
    assertThat(some.head(1)).usingRecursiveComparison().isEqualTo(head(KEYS.get(4)));
    assertThat(inputOf(some, 1)).isEqualTo(input(KEYS.get(4)));
  }

  @Test
  void aBuilderIsFullAtFourMegabytesAndBuildsNothingOfNothing() {
    InputForm large = new InputForm(TensorType.UINT8, List.of(3 << 20), "some.csv, row 1");
    ChunkBuilder builder = new ChunkBuilder(0);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot build a chunk of no examples");
    builder.add(large, head("a"), new byte[3 << 20]);
    assertThat(builder.isFull()).isFalse();
    builder.add(large, head("b"), new byte[3 << 20]);
    assertThat(builder.isFull()).isTrue();
    assertThat(ExampleChunk.of(builder.build()).inputs()).hasSize(6 << 20);
  }
}
