package io.github.steelyard.engine.metric.regression.rank;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.metric.state.Versions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of target and prediction: all of them as long as they are no more than {@link #MOST_PAIRS},
 * else counts of pairs of bins. Which it is follows from their number alone.
 */
final class RankState implements MetricState {
  static final int MOST_PAIRS = 16_384;
  private static final byte VERSION = 1;

  /** Those of weight 0, too. */
  private long examples;

  /** All of them, or those that are not in bins yet. */
  private final PairList pairs;

  /** Null as long as the pairs are all there are. */
  private @Nullable BinnedPairs binned;

  RankState() {
    this(new PairList());
  }

  private RankState(PairList pairs) {
    this.pairs = pairs;
  }

  /** An example of weight 0 is there, but does not count. */
  void add(double target, double prediction, double weight) {
    examples++;
    if (weight > 0) {
      keep(target, prediction, weight);
    }
  }

  private void keep(double target, double prediction, double weight) {
    pairs.add(target, prediction, weight);
    if (pairs.size() > MOST_PAIRS) {
      merge(BinnedPairs.of(pairs));
      pairs.clear();
    }
  }

  private void merge(BinnedPairs more) {
    binned = binned == null ? more : binned.merged(more);
  }

  /** All pairs in bins, where some are; null where none is. */
  private @Nullable BinnedPairs allBinned() {
    if (binned != null && pairs.size() > 0) {
      merge(BinnedPairs.of(pairs));
      pairs.clear();
    }
    return binned;
  }

  /** True where some example counts. */
  boolean defined() {
    return binned != null || pairs.size() > 0;
  }

  String undefined() {
    return Shares.reasonForNone(examples);
  }

  /** True where numbers that differ may have been taken for equal ones. */
  boolean inBins() {
    return binned != null;
  }

  /** Of at least one pair. */
  RankCorrelation correlation() {
    BinnedPairs bins = allBinned();
    if (bins != null) {
      return bins.correlation();
    }
    double[] weights = pairs.weights();
    return new RankCorrelation(
        new Ranks(PairList.places(pairs.targets()), weights, false),
        new Ranks(PairList.places(pairs.predictions()), weights, false));
  }

  @Override
  public void merge(MetricState other) {
    RankState more = (RankState) other;
    examples += more.examples;
    if (more.binned != null) {
      merge(more.binned);
    }
    for (int index = 0; index < more.pairs.size(); index++) {
      keep(more.pairs.target(index), more.pairs.prediction(index), more.pairs.weight(index));
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    BinnedPairs bins = allBinned();
    out.writeByte(VERSION);
    out.writeLong(examples);
    out.writeBoolean(bins != null);
    if (bins != null) {
      bins.write(out);
    } else {
      pairs.write(out);
    }
  }

  static RankState read(DataInput in) throws IOException {
    Versions.check(in, "list of pairs", VERSION);
    long examples = in.readLong();
    BinnedPairs binned = in.readBoolean() ? BinnedPairs.read(in) : null;
    RankState state =
        new RankState(binned == null ? PairList.read(in, MOST_PAIRS) : new PairList());
    state.examples = examples;
    state.binned = binned;
    return state;
  }
}
