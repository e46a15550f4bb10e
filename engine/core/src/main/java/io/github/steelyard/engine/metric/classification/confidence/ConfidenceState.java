package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.ranking.ScoreBins;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hits, misses and the sum of confidences in each of many narrow bins of the confidence. */
final class ConfidenceState implements MetricState {
  private static final byte VERSION = 1;
  private static final ScoreBins BINS = new ScoreBins(4);

  /** Keys: twice the bin, and 1 more for a hit. */
  private final Tally hitsAndMisses;

  /** Null in bins without examples. */
  private final @Nullable ExactSum[] confidences = new ExactSum[BINS.count()];

  ConfidenceState() {
    this(new Tally(2 * BINS.count()));
  }

  private ConfidenceState(Tally hitsAndMisses) {
    this.hitsAndMisses = hitsAndMisses;
  }

  void add(double confidence, boolean hit, double weight) {
    int bin = BINS.bin(confidence);
    hitsAndMisses.add(2 * bin + (hit ? 1 : 0), weight);
    if (weight == 1) {
      sum(bin).add(confidence);
    } else {
      sum(bin).addProduct(weight, confidence);
    }
  }

  private ExactSum sum(int bin) {
    ExactSum sum = confidences[bin];
    if (sum == null) {
      sum = new ExactSum();
      confidences[bin] = sum;
    }
    return sum;
  }

  long examples() {
    return hitsAndMisses.totalCount();
  }

  double weight() {
    return hitsAndMisses.totalWeight();
  }

  long hits() {
    long hits = 0;
    for (int key : hitsAndMisses.keys()) {
      hits += key % 2 == 1 ? hitsAndMisses.count(key) : 0;
    }
    return hits;
  }

  /**
   * What one bin holds, by weight.
   *
   * @param confidence the sum of them
   */
  record Bin(double hits, double misses, double confidence) {
    double weight() {
      return hits + misses;
    }
  }

  /** The bins that have weight, by ascending confidence. */
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < confidences.length; bin++) {
      ExactSum sum = confidences[bin];
      if (sum != null) {
        double hits = hitsAndMisses.weight(2 * bin + 1);
        double misses = hitsAndMisses.weight(2 * bin);
        if (hits + misses > 0) {
          bins.add(new Bin(hits, misses, sum.value()));
        }
      }
    }
    return bins;
  }

  @Override
  public void merge(MetricState other) {
    ConfidenceState theirs = (ConfidenceState) other;
    hitsAndMisses.merge(theirs.hitsAndMisses);
    for (int bin = 0; bin < confidences.length; bin++) {
      ExactSum sum = theirs.confidences[bin];
      if (sum != null) {
        sum(bin).merge(sum);
      }
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    hitsAndMisses.write(out);
    for (ExactSum sum : confidences) {
      if (sum != null) {
        sum.write(out);
      }
    }
  }

  /** Which bins have a sum follows from the tally. */
  static ConfidenceState read(DataInput in) throws IOException {
    Versions.check(in, "confidence histogram", VERSION);
    ConfidenceState state = new ConfidenceState(Tally.read(in, 2 * BINS.count()));
    int last = -1;
    for (int key : state.hitsAndMisses.keys()) {
      int bin = key / 2;
      if (bin != last) {
        state.confidences[bin] = ExactSum.read(in);
        last = bin;
      }
    }
    return state;
  }
}
