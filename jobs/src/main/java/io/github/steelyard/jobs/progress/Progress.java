package io.github.steelyard.jobs.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Says on standard error how far long work has come: steps done, examples a second, time left. On a
 * terminal one line is written over and over; elsewhere a line appears every ten seconds.
 */
public final class Progress implements AutoCloseable {
  private static final boolean TERMINAL = Ansi.AUTO.enabled();

  private final PrintStream out;
  private final String stage;
  private final String unit;
  private final long steps;
  private final LongSupplier done;
  private final @Nullable LongSupplier examples;
  private final long startNanos = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "steelyard-progress");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param stage what is going on: {@code predict}
   * @param unit what the steps are: {@code parts}
   * @param steps how many there are
   * @param done tells how many are done
   * @param examples tells how many examples they had, or null where that says nothing
   */
  public Progress(
      String stage, String unit, long steps, LongSupplier done, @Nullable LongSupplier examples) {
    this.out = System.err;
    this.stage = stage;
    this.unit = unit;
    this.steps = steps;
    this.done = done;
    this.examples = examples;
    long period = TERMINAL ? 500 : 10_000;
    // A line that could not be shown must not end the work.
    @SuppressWarnings("unused")
    Future<?> shown = clock.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
  }

  private void show() {
    String line = line(Duration.ofNanos(System.nanoTime() - startNanos));
    out.print(TERMINAL ? "\r\033[K" + line : line + System.lineSeparator());
    out.flush();
  }

  /** What is shown after that time. */
  String line(Duration elapsed) {
    double seconds = Math.max(elapsed.toMillis(), 1) / 1000.0;
    // A task that is tried again counts its steps again.
    long now = Math.min(done.getAsLong(), steps);
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-8s %,d/%,d %s", stage, now, steps, unit));
    if (examples != null) {
      long seen = examples.getAsLong();
      line.append(
          String.format(Locale.ROOT, "  %,d examples  %,d/s", seen, Math.round(seen / seconds)));
    }
    if (now > 0 && now < steps) {
      long left = Math.round(seconds * (steps - now) / now);
      line.append(String.format(Locale.ROOT, "  about %d:%02d left", left / 60, left % 60));
    } else {
      line.append(String.format(Locale.ROOT, "  %.1f s", seconds));
    }
    return line.toString();
  }

  /** Shows the last state and stops. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    show();
    if (TERMINAL) {
      out.println();
    }
  }
}
