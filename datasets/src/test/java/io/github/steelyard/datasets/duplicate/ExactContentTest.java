package io.github.steelyard.datasets.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ExactContentTest {
  private final DuplicateMethod method = DuplicateMethods.exact();

  private byte[] signature(String text) {
    return method.signature(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theSignatureIsTheFirstHalfOfTheSha256() {
    // FIPS 180-4, the example of one block.
    assertThat(signature("abc"))
        .isEqualTo(HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223"));
    assertThat(method.bands(signature("abc"))).containsExactly(0xba7816bf8f01cfeaL);
  }

  @Test
  void onlyTheSameBytesAreAlike() {
    assertThat(method.alike(signature("abc"), signature("abc"))).isTrue();
    assertThat(method.alike(signature("abc"), signature("abd"))).isFalse();
  }
}
