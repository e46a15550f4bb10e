package io.github.steelyard.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.steelyard.engine.cost.ProcessMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;

/**
 * Does this process grow with what it does again and again? It is looked at after a warm-up, and
 * then after each of equal windows. What is lost each time is the slope of these levels: the median
 * of the slopes between all pairs of them (Theil and Sen), which what happens once or comes and
 * goes (a compilation, a buffer that finds its size, memory that waits for the collector) does not
 * move.
 */
final class Growth {
  private static final int WINDOWS = 10;

  /** Half of what is to be noticed: a kilobyte each time. */
  private static final double MOST_BYTES_EACH_TIME = 512;

  /** Threads of the compiler and the collector come and go; so do the files of classes. */
  private static final long MOST_THREADS_OR_FILES = 16;

  private static final int MOST_COLLECTIONS = 6;
  private static final int MOST_LOOKS = 4;

  private record Held(long heapBytes, long offHeapBytes, long threads, long files) {
    static Held now() throws IOException {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      long heap = settled(memory);
      long resident = ProcessMemory.offHeapBytes().orElse(-1);
      assumeTrue(resident >= 0, "only Linux tells what a process holds");
      // Classes and compiled code are beside the heap, too, and grow until all is compiled.
      long offHeap = resident - memory.getNonHeapMemoryUsage().getUsed();
      return new Held(
          heap, offHeap, entries(Path.of("/proc/self/task")), entries(Path.of("/proc/self/fd")));
    }

    /** Native memory may hang on objects that only a second or third collection lets go. */
    private static long settled(MemoryMXBean memory) {
      long before = Long.MAX_VALUE;
      long heap = Long.MAX_VALUE - 1;
      for (int i = 0; i < MOST_COLLECTIONS && heap < before; i++) {
        before = heap;
        System.gc();
        heap = memory.getHeapMemoryUsage().getUsed();
      }
      return heap;
    }

    private static long entries(Path folder) throws IOException {
      try (var entries = Files.list(folder)) {
        return entries.count();
      }
    }
  }

  private Growth() {}

  /**
   * Fails where doing it so many times loses a kilobyte each time, or threads or open files. Half
   * of them are the warm-up. What seems to be lost is looked for again: a compiler that is still
   * busy comes to an end, a loss does not.
   */
  static void refuse(int times, Runnable work) throws IOException {
    int window = times / 2 / WINDOWS;
    repeat(times / 2, work);
    List<Held> held = watch(window, work);
    for (int look = 1; look < MOST_LOOKS && loses(held, window); look++) {
      held = watch(window, work);
    }
    assertThat(slope(held, Held::offHeapBytes) / window)
        .as("bytes beside the heap that each time loses: %s", held)
        .isLessThan(MOST_BYTES_EACH_TIME);
    assertThat(slope(held, Held::heapBytes) / window)
        .as("bytes of heap that each time loses: %s", held)
        .isLessThan(MOST_BYTES_EACH_TIME);
    assertThat(gained(held, Held::threads)).as("%s", held).isLessThan(MOST_THREADS_OR_FILES);
    assertThat(gained(held, Held::files)).as("%s", held).isLessThan(MOST_THREADS_OR_FILES);
  }

  private static List<Held> watch(int window, Runnable work) throws IOException {
    List<Held> held = new ArrayList<>();
    held.add(Held.now());
    for (int i = 0; i < WINDOWS; i++) {
      repeat(window, work);
      held.add(Held.now());
    }
    return held;
  }

  private static boolean loses(List<Held> held, int window) {
    double most = MOST_BYTES_EACH_TIME * window;
    return slope(held, Held::offHeapBytes) >= most || slope(held, Held::heapBytes) >= most;
  }

  private static void repeat(int times, Runnable work) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  private static long gained(List<Held> held, ToLongFunction<Held> level) {
    return level.applyAsLong(held.get(held.size() - 1)) - level.applyAsLong(held.get(0));
  }

  private static double slope(List<Held> held, ToLongFunction<Held> level) {
    DoubleStream.Builder slopes = DoubleStream.builder();
    for (int to = 1; to < held.size(); to++) {
      for (int from = 0; from < to; from++) {
        long step = level.applyAsLong(held.get(to)) - level.applyAsLong(held.get(from));
        slopes.add((double) step / (to - from));
      }
    }
    double[] sorted = slopes.build().sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
