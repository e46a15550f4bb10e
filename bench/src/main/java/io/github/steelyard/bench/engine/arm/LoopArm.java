package io.github.steelyard.bench.engine.arm;

import io.github.steelyard.bench.harness.Answers;
import io.github.steelyard.bench.harness.Arm;
import io.github.steelyard.bench.harness.ratio.Measurement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** A loop over batches on this thread. */
abstract class LoopArm implements Arm {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A few rounds of milliseconds would measure Java's interpreter, which no task sees for long. */
  private static final long WARM_UP_NANOS = 1_000_000_000;

  private final Work work;

  LoopArm(Work work) {
    this.work = work;
  }

  final Work work() {
    return work;
  }

  /** Runs the network on one batch; the result is there when this returns. */
  abstract void run(int batch) throws IOException;

  /** Runs the network on one batch and copies what comes out. */
  abstract void run(int batch, float[] answers, int offset) throws IOException;

  @Override
  public final Measurement round() throws IOException {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long wall = System.nanoTime();
    for (int repeat = 0; repeat < work.repeats(); repeat++) {
      for (int batch = 0; batch < work.batches(); batch++) {
        run(batch);
      }
    }
    return new Measurement(
        work.examplesPerRound(), System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - cpu);
  }

  @Override
  public Answers answers() throws IOException {
    long start = System.nanoTime();
    for (int batch = 0; System.nanoTime() - start < WARM_UP_NANOS; batch++) {
      run(batch % work.batches());
    }
    int perBatch = work.batch() * work.classes();
    float[] answers = new float[work.batches() * perBatch];
    for (int batch = 0; batch < work.batches(); batch++) {
      run(batch, answers, batch * perBatch);
    }
    return new Answers(answers, work.classes());
  }
}
