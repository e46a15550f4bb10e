package io.github.steelyard.datasets.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.engine.data.TensorType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleHeadTest {
  private static ExampleHead head(String key) {
    Map<String, String> slices = new HashMap<>();
    slices.put("site", "Åre");
    slices.put("age", null);
    return new ExampleHead(
        key,
        "some.csv, row 3",
        new byte[] {1, -1},
        0.25,
        null,
        slices,
        TensorType.UINT8,
        List.of(28, 28, 1));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    ExampleHead written = head("\uD83D\uDE00 one");
    ExampleHead read = ExampleHead.read(written.bytes());
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
    assertThat(read.slices()).containsEntry("site", "Åre").containsEntry("age", null);
  }

  @Test
  void sortKeysStandInTheOrderOfTheKeysBytes() {
    // In UTF-16 the ligature comes after the smiling face, in UTF-8 before it.
    List<String> keys = List.of("a", "aa", "z", "é", "\uFB01", "\uD83D\uDE00");
    for (int i = 1; i < keys.size(); i++) {
      byte[] one = keys.get(i - 1).getBytes(StandardCharsets.UTF_8);
      byte[] other = keys.get(i).getBytes(StandardCharsets.UTF_8);
      assertThat(Arrays.compareUnsigned(one, other)).isNegative();
      assertThat(ExampleHead.sortKey(head(keys.get(i - 1)).bytes()))
          .isLessThan(ExampleHead.sortKey(head(keys.get(i)).bytes()));
    }
  }
}
