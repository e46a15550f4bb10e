package io.github.steelyard.engine.outofdistribution;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The scores of a model on the examples of a split, counted in bins by group; mergeable in any
 * order, exact, and no larger than the bins that occur.
 */
public final class ScoreSample {
  private static final byte VERSION = 1;

  /** A key is the group times the number of bins, and the bin. */
  private final Map<DistributionScore, Tally> counts = new EnumMap<>(DistributionScore.class);

  private long notScored;

  public ScoreSample() {
    for (DistributionScore score : DistributionScore.values()) {
      counts.put(score, new Tally());
    }
  }

  /** Adds examples, of which only group and weight are looked at, with their outcomes. */
  public void add(RowBlock examples, RowBlock outcomes) {
    int[] groups = examples.ints(ExampleColumns.GROUP.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    double[] confidences = outcomes.doubles(ClassificationTask.CONFIDENCE.name());
    double[] logSumExps = outcomes.doubles(ClassificationTask.LOG_SUM_EXP.name());
    BitSet without = outcomes.nulls(ClassificationTask.CONFIDENCE.name());
    for (int row = 0; row < examples.rows(); row++) {
      if (without.get(row)) {
        notScored++;
        continue;
      }
      int group = groups[row] * FloatBins.COUNT;
      double confidence = confidences[row];
      double logSumExp = logSumExps[row];
      double weight = weights[row];
      counts.forEach(
          (score, tally) ->
              tally.add(group + FloatBins.bin(score.of(confidence, logSumExp)), weight));
    }
  }

  public void merge(ScoreSample other) {
    counts.forEach((score, tally) -> tally.merge(other.counts(score)));
    notScored += other.notScored;
  }

  Tally counts(DistributionScore score) {
    return Objects.requireNonNull(counts.get(score));
  }

  /** Examples that have scores. */
  public long examples() {
    return counts(DistributionScore.CONFIDENCE).totalCount();
  }

  /** Examples of which the model gave a number that was not finite. */
  public long notScored() {
    return notScored;
  }

  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeLong(notScored);
    for (Tally tally : counts.values()) {
      tally.write(out);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IOException for another version
   */
  public static ScoreSample read(DataInput in) throws IOException {
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException(
          "Cannot read version %d of a sample of scores, expected %d".formatted(version, VERSION));
    }
    ScoreSample read = new ScoreSample();
    read.notScored = in.readLong();
    for (DistributionScore score : DistributionScore.values()) {
      read.counts.put(score, Tally.read(in));
    }
    return read;
  }
}
