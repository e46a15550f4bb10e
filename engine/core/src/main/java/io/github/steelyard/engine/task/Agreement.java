package io.github.steelyard.engine.task;

import java.nio.ByteBuffer;

/**
 * How far the stored outcomes of two models are apart on the same examples. Mergeable; it travels
 * as bytes. The mean is of a floating-point sum: equal bytes come from merging in a fixed order.
 */
public final class Agreement {
  private static final byte VERSION = 1;
  private static final int BYTES = 1 + 4 * Long.BYTES + 3 * Double.BYTES;

  private long examples;
  private long equalPredictions;
  private long notCompared;
  private long oneSided;
  private double largest;
  private double sum;
  private double largestLog;

  /**
   * Adds an example that both have scored.
   *
   * @param difference the largest one between two probabilities of it, 0..1
   * @param logDifference between the logarithms of its own class' probabilities, nats, not below 0
   */
  public void add(boolean equal, double difference, double logDifference) {
    examples++;
    equalPredictions += equal ? 1 : 0;
    largest = Math.max(largest, difference);
    sum += difference;
    largestLog = Math.max(largestLog, logDifference);
  }

  /** Adds an example that at least one of them could not score. */
  void notCompared(boolean oneScoredIt) {
    notCompared++;
    oneSided += oneScoredIt ? 1 : 0;
  }

  /** Examples that both have scored. */
  public long examples() {
    return examples;
  }

  /** Those of them to which both give the same class. */
  public long equalPredictions() {
    return equalPredictions;
  }

  /** Examples that at least one could not score. */
  public long notCompared() {
    return notCompared;
  }

  /** The largest difference between two probabilities, 0..1; 0 where nothing was compared. */
  public double largestDifference() {
    return largest;
  }

  /** The mean over the examples of each one's largest difference; 0 where nothing was compared. */
  public double meanDifference() {
    return examples == 0 ? 0 : sum / examples;
  }

  /** The largest difference between log-probabilities of an example's class, in nats. */
  public double largestLogDifference() {
    return largestLog;
  }

  /**
   * Whether all probabilities are that close. Log-probabilities are no part of it: those of a class
   * that both hold for impossible may be far apart.
   */
  public boolean within(double tolerance) {
    return examples > 0 && oneSided == 0 && largest <= tolerance;
  }

  public void merge(Agreement other) {
    examples += other.examples;
    equalPredictions += other.equalPredictions;
    notCompared += other.notCompared;
    oneSided += other.oneSided;
    largest = Math.max(largest, other.largest);
    sum += other.sum;
    largestLog = Math.max(largestLog, other.largestLog);
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .put(VERSION)
        .putLong(examples)
        .putLong(equalPredictions)
        .putLong(notCompared)
        .putLong(oneSided)
        .putDouble(largest)
        .putDouble(sum)
        .putDouble(largestLog)
        .array();
  }

  public static Agreement read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length != BYTES || in.get() != VERSION) {
      throw new IllegalArgumentException("Cannot read an agreement of another version");
    }
    Agreement read = new Agreement();
    read.examples = in.getLong();
    read.equalPredictions = in.getLong();
    read.notCompared = in.getLong();
    read.oneSided = in.getLong();
    read.largest = in.getDouble();
    read.sum = in.getDouble();
    read.largestLog = in.getDouble();
    return read;
  }
}
