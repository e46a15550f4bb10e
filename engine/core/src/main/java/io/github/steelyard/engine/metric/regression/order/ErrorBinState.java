package io.github.steelyard.engine.metric.regression.order;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.ranking.Bounded;
import io.github.steelyard.engine.metric.state.Shares;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many examples have their absolute error in which bin. */
final class ErrorBinState implements MetricState {
  private static final byte VERSION = 1;

  /** Sums of weights differ by their last digits from what was meant. */
  private static final double ROUNDING = 1e-12;

  private final Tally bins;

  ErrorBinState() {
    this(new Tally());
  }

  private ErrorBinState(Tally bins) {
    this.bins = bins;
  }

  void add(double error, double weight) {
    bins.add(ErrorBins.bin(error), weight);
  }

  /** True where some example counts. */
  boolean defined() {
    return bins.totalWeight() > 0;
  }

  long examples() {
    return bins.totalCount();
  }

  String undefined() {
    return Shares.reasonForNone(bins.totalCount());
  }

  /**
   * The median as if the errors of its bin were evenly spread, and how far the bin reaches from it.
   * Where half of the weight lies below one bin's end it is between that bin and the next one that
   * is not empty.
   */
  Bounded median() {
    double half = bins.totalWeight() / 2;
    double before = 0;
    int lower = -1;
    for (int bin : bins.keys()) {
      double weight = bins.weight(bin);
      if (!(weight > 0)) {
        continue;
      }
      before += weight;
      if (lower < 0 && before > half * (1 + ROUNDING)) {
        return within(bin, 1 - (before - half) / weight);
      }
      if (lower >= 0) {
        return between(lower, bin);
      }
      if (before >= half * (1 - ROUNDING)) {
        lower = bin;
      }
    }
    return between(lower, lower);
  }

  private static Bounded within(int bin, double share) {
    double lowest = ErrorBins.lower(bin);
    double highest = ErrorBins.upper(bin);
    double inside = Math.max(0, Math.min(1, share));
    return Bounded.of(lowest, lowest + inside * (highest - lowest), highest);
  }

  private static Bounded between(int lower, int upper) {
    double lowest = (ErrorBins.lower(lower) + ErrorBins.lower(upper)) / 2;
    double highest = (ErrorBins.upper(lower) + ErrorBins.upper(upper)) / 2;
    return Bounded.of(lowest, (lowest + highest) / 2, highest);
  }

  @Override
  public void merge(MetricState other) {
    bins.merge(((ErrorBinState) other).bins);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    bins.write(out);
  }

  static ErrorBinState read(DataInput in) throws IOException {
    Versions.check(in, "histogram of errors", VERSION);
    Tally bins = Tally.read(in);
    for (int bin : bins.keys()) {
      if (!(bin < ErrorBins.COUNT)) {
        throw new IOException("Cannot read a histogram of errors with a bin " + bin);
      }
    }
    return new ErrorBinState(bins);
  }
}
