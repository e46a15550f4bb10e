package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.ExactSum;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Hits, misses and the sum of confidences in each of ten equal bins of the confidence. */
final class CalibrationState implements MetricState {
  static final int BINS = 10;
  private static final byte VERSION = 1;

  /** Keys: twice the bin, and 1 more for a hit. */
  private final Tally hitsAndMisses;

  private final ExactSum[] confidences;

  CalibrationState() {
    this(new Tally(2 * BINS), new ExactSum[BINS]);
    Arrays.setAll(confidences, bin -> new ExactSum());
  }

  private CalibrationState(Tally hitsAndMisses, ExactSum[] confidences) {
    this.hitsAndMisses = hitsAndMisses;
    this.confidences = confidences;
  }

  /** The bin {@code (bin / 10, (bin + 1) / 10]} of a confidence; 0 belongs to the first. */
  static int bin(double confidence) {
    int bin = Math.max(0, Math.min(BINS - 1, (int) (confidence * BINS)));
    // The product is rounded; the bounds themselves decide.
    while (bin > 0 && confidence <= bin / (double) BINS) {
      bin--;
    }
    while (bin < BINS - 1 && confidence > (bin + 1) / (double) BINS) {
      bin++;
    }
    return bin;
  }

  void add(double confidence, boolean hit, double weight) {
    int bin = bin(confidence);
    hitsAndMisses.add(2 * bin + (hit ? 1 : 0), weight);
    if (weight == 1) {
      confidences[bin].add(confidence);
    } else {
      confidences[bin].addProduct(weight, confidence);
    }
  }

  long examples() {
    return hitsAndMisses.totalCount();
  }

  double weight() {
    return hitsAndMisses.totalWeight();
  }

  boolean weighted() {
    return hitsAndMisses.weighted();
  }

  /** Number of examples in a bin, whatever their weights. */
  long examples(int bin) {
    return hits(bin) + hitsAndMisses.count(2 * bin);
  }

  long hits(int bin) {
    return hitsAndMisses.count(2 * bin + 1);
  }

  double weight(int bin) {
    return hitWeight(bin) + hitsAndMisses.weight(2 * bin);
  }

  double hitWeight(int bin) {
    return hitsAndMisses.weight(2 * bin + 1);
  }

  double confidence(int bin) {
    return confidences[bin].value();
  }

  /** Weight of the hits in a bin less the sum of its confidences. */
  double hitsAboveConfidence(int bin) {
    return hitsAndMisses.weight(2 * bin + 1) - confidences[bin].value();
  }

  @Override
  public void merge(MetricState other) {
    CalibrationState theirs = (CalibrationState) other;
    hitsAndMisses.merge(theirs.hitsAndMisses);
    for (int bin = 0; bin < BINS; bin++) {
      confidences[bin].merge(theirs.confidences[bin]);
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    hitsAndMisses.write(out);
    for (ExactSum confidence : confidences) {
      confidence.write(out);
    }
  }

  static CalibrationState read(DataInput in) throws IOException {
    Versions.check(in, "calibration state", VERSION);
    Tally hitsAndMisses = Tally.read(in, 2 * BINS);
    ExactSum[] confidences = new ExactSum[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      confidences[bin] = ExactSum.read(in);
    }
    return new CalibrationState(hitsAndMisses, confidences);
  }
}
