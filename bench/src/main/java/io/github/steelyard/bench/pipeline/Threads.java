package io.github.steelyard.bench.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many threads as Spark has, without Spark. */
public final class Threads implements AutoCloseable {
  /** What one thread does. */
  public interface Part {
    void run(int thread) throws IOException;
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(SparkWork.THREADS);

  public void run(Part part) throws IOException {
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < SparkWork.THREADS; thread++) {
      int index = thread;
      running.add(
          threads.submit(
              () -> {
                part.run(index);
                return null;
              }));
    }
    for (Future<?> each : running) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
