package io.github.steelyard.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessMemoryTest {
  private static final long MEGABYTE = 1 << 20;
  private static final int LARGE = 128 << 20;

  private static long offHeap() {
    return ProcessMemory.offHeapBytes().orElseThrow();
  }

  @Test
  void countsWhatLiesBesideTheHeap() {
    long before = offHeap();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowBuf memory = allocator.buffer(LARGE)) {
      memory.setZero(0, LARGE);
      assertThat(offHeap() - before).isBetween(LARGE - 16 * MEGABYTE, LARGE + 32 * MEGABYTE);
    }
    assertThat(offHeap() - before).isLessThan(32 * MEGABYTE);
  }

  @Test
  void leavesTheHeapOut() {
    long before = offHeap();
    byte[] array = new byte[LARGE];
    Arrays.fill(array, (byte) 1);
    assertThat(offHeap() - before).isLessThan(32 * MEGABYTE);
    assertThat(array[LARGE - 1]).isEqualTo((byte) 1);
  }
}
