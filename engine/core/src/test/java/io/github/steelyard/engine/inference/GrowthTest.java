package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
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

  @Test
  void aKilobyteBesideTheHeapEachTimeIsNoticed() {
    List<ByteBuffer> lost = new ArrayList<>();
    assertThatThrownBy(
            () -> Growth.refuse(TIMES, () -> lost.add(ByteBuffer.allocateDirect(KILOBYTE))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes beside the heap that each time loses");
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
