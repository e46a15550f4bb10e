package io.github.steelyard.jobs.evaluate.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts work that is done quickly together into one Spark task, whose start and end take as long as
 * a small model takes for a thousand examples. The first tasks are the longest and the last ones
 * have one piece of work each, so that all cores end together.
 */
final class WorkChunks {
  /** Pieces of work that one task may have: what runs longest without a sign of progress. */
  static final int MOST_WORK = 8;

  /** Multiply-accumulates that one task may have together: some seconds of one core. */
  static final double MOST_MACS = 2e11;

  private WorkChunks() {}

  /**
   * All of the work, in its order.
   *
   * @param macs multiply-accumulates of one piece; infinite where nobody knows
   */
  static <T> List<List<T>> of(List<T> work, ToDoubleFunction<T> macs, int cores) {
    List<List<T>> chunks = new ArrayList<>();
    int first = 0;
    while (first < work.size()) {
      int most = Math.min(MOST_WORK, (work.size() - first) / (2 * cores));
      double all = macs.applyAsDouble(work.get(first));
      int end = first + 1;
      while (end - first < most && all + macs.applyAsDouble(work.get(end)) <= MOST_MACS) {
        all += macs.applyAsDouble(work.get(end));
        end++;
      }
      chunks.add(List.copyOf(work.subList(first, end)));
      first = end;
    }
    return chunks;
  }
}
