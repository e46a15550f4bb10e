package io.github.steelyard.jobs.contamination;

import java.io.Serializable;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which examples of a split are like which training examples. */
final class Matches implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<Long, Long> firstTrain = new TreeMap<>();
  private long skipped;

  /** An example is like a training example; the first one of those is kept. */
  void add(long ordinal, long train) {
    firstTrain.merge(ordinal, train, Math::min);
  }

  /** Counts a bucket that was too full to look at. */
  void skip() {
    skipped++;
  }

  void merge(Matches more) {
    more.firstTrain.forEach(this::add);
    skipped += more.skipped;
  }

  /** Without the examples of which is known more. */
  void remove(Set<Long> ordinals) {
    firstTrain.keySet().removeAll(ordinals);
  }

  /** The ordinal of the first training example by that of the example. */
  SortedMap<Long, Long> firstTrain() {
    return firstTrain;
  }

  long skipped() {
    return skipped;
  }
}
