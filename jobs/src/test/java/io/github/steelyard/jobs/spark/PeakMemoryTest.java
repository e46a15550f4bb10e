package io.github.steelyard.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** When the operating system is asked again, by a clock that stands still unless it is moved. */
class PeakMemoryTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicLong loads = new AtomicLong();
  private final AtomicLong looks = new AtomicLong();

  private Duration lookTakes = Duration.ZERO;

  private PeakMemory memory() {
    return memory(this::look);
  }

  private PeakMemory memory(Supplier<OptionalLong> source) {
    return new PeakMemory(source, loads::get, now::get);
  }

  /** The number of the look, which takes its time. */
  private OptionalLong look() {
    pass(lookTakes);
    return OptionalLong.of(looks.incrementAndGet());
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void theFirstTaskLooksAndThoseOfTheSameSecondTakeWhatItSaw() {
    PeakMemory memory = memory();
    assertThat(memory.bytes()).hasValue(1);
    pass(Duration.ofSeconds(1));

    assertThat(memory.bytes()).hasValue(1);
    pass(Duration.ofNanos(1));

    assertThat(memory.bytes()).hasValue(2);
  }

  @Test
  void aModelThatWasLoadedIsLookedAtAtOnce() {
    PeakMemory memory = memory();
    memory.bytes();
    loads.incrementAndGet();

    assertThat(memory.bytes()).hasValue(2);
    assertThat(memory.bytes()).hasValue(2);
  }

  @Test
  void looksTakeAtMostAHundredthOfTheTime() {
    lookTakes = Duration.ofMillis(50);
    PeakMemory memory = memory();
    memory.bytes();
    pass(Duration.ofSeconds(5));

    assertThat(memory.bytes()).hasValue(1);
    pass(Duration.ofNanos(1));

    assertThat(memory.bytes()).hasValue(2);
  }

  @Test
  void whatIsUnknownStaysUnknownAndIsNotAskedAgainAtOnce() {
    PeakMemory unknown =
        memory(
            () -> {
              looks.incrementAndGet();
              return OptionalLong.empty();
            });

    assertThat(unknown.bytes()).isEmpty();
    assertThat(unknown.bytes()).isEmpty();
    assertThat(looks).hasValue(1);
  }

  @Test
  void nobodyWaitsForALookThatIsOnlyDue() throws Exception {
    CountDownLatch looking = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    PeakMemory slow =
        memory(
            () -> {
              if (looks.get() > 0) {
                looking.countDown();
                awaited(answered);
              }
              return look();
            });
    slow.bytes();
    pass(Duration.ofSeconds(2));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<OptionalLong> due = other.submit(slow::bytes);
      awaited(looking);

      assertThat(slow.bytes()).hasValue(1);
      answered.countDown();
      assertThat(due.get(10, TimeUnit.SECONDS)).hasValue(2);
    } finally {
      answered.countDown();
      other.shutdownNow();
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
