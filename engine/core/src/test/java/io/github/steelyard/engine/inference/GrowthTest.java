package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The contract's measure notices what it is there for. */
@EnabledOnOs(OS.LINUX)
class GrowthTest {
  private static final int TIMES = 10_000;
  private static final int KILOBYTE = 1024;

  /**
   * Loses memory beside the heap, in a JVM of its own that compiles nothing: what a compiler takes
   * and gives back meanwhile, the more the busier the machine is, could hide so small a loss.
   */
  static final class Loser {
    private Loser() {}

    public static void main(String[] arguments) throws IOException {
      List<ByteBuffer> lost = new ArrayList<>();
      Growth.refuse(TIMES, () -> lost.add(ByteBuffer.allocateDirect(KILOBYTE)));
    }
  }

  @Test
  void aKilobyteBesideTheHeapEachTimeIsNoticed() throws Exception {
    Process loser =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Loser.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(loser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said)
        .contains("AssertionError")
        .contains("bytes beside the heap that each time loses");
    assertThat(loser.waitFor()).isEqualTo(1);
  }

  @Test
  void aKilobyteOfHeapEachTimeIsNoticed() {
    List<byte[]> lost = new ArrayList<>();
    assertThatThrownBy(() -> Growth.refuse(TIMES, () -> lost.add(new byte[KILOBYTE])))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes of heap that each time loses");
  }

  @Test
  void whatIsGivenBackIsNot() {
    try (BufferAllocator allocator = new RootAllocator()) {
      assertThatCode(
              () ->
                  Growth.refuse(
                      TIMES,
                      () -> {
                        try (ArrowBuf buffer = allocator.buffer(KILOBYTE << 4)) {
                          buffer.setZero(0, KILOBYTE << 4);
                        }
                      }))
          .doesNotThrowAnyException();
    }
  }
}
