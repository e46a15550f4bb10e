package io.github.steelyard.engine.metric.classification.ranking;

import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.ranking.ScoreCurve;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For each class, how many examples of it and of others have its score in which bin. */
final class ScoreBinState implements MetricState {
  static final byte VERSION = 1;

  private final ScoreBinKind kind;
  private final int keysOfEach;
  private final Tally bins;
  private final PendingKeys pending;

  /** What was made of the bins; null after a change. */
  private @Nullable List<ScoreCurve> curves;

  ScoreBinState(ScoreBinKind kind, Tally bins) {
    this.kind = kind;
    this.keysOfEach = kind.keysOfEach();
    this.bins = bins;
    this.pending = new PendingKeys(kind.counted());
  }

  @Nullable BinarySettings binary() {
    return kind.binary();
  }

  ScoreBinKind kind() {
    return kind;
  }

  /**
   * Counts one example.
   *
   * @param keys of its histograms, from a place on
   */
  void add(char[] keys, int first, double weight) {
    for (int place = 0; place < kind.counted(); place++) {
      bins.add(place * keysOfEach + keys[first + place], weight);
    }
    curves = null;
  }

  /** Counts one example of weight 1, perhaps later. */
  void addOne(char[] keys, int first) {
    if (pending.full()) {
      countPending();
    }
    pending.add(keys, first);
  }

  private void countPending() {
    if (!pending.isEmpty()) {
      pending.countIn(bins, keysOfEach);
      curves = null;
    }
  }

  /** Of the examples by the score of one class, those of that class against the others. */
  ScoreCurve curve(int index) {
    return curves().get(kind.place(index));
  }

  private List<ScoreCurve> curves() {
    countPending();
    List<ScoreCurve> known = curves;
    if (known == null) {
      known = ScoreCurve.of(bins, kind.bins().count(), kind.counted());
      curves = known;
    }
    return known;
  }

  @Override
  public void merge(MetricState other) {
    ScoreBinState theirs = (ScoreBinState) other;
    // What waits is no less a part of a state: to count it changes nothing that can be seen.
    theirs.countPending();
    countPending();
    bins.merge(theirs.bins);
    curves = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    countPending();
    out.writeByte(VERSION);
    bins.write(out);
  }
}
