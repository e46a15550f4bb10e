package io.github.steelyard.engine.metric.ranking;

import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Histograms of scores, each of examples of one label against those without it. */
public final class ScoreHistograms implements MetricState {
  private static final byte VERSION = 1;

  private final int histograms;
  private final ScoreBins bins;
  private final Tally counts;

  /** What was made of the counts; null after a change. */
  private @Nullable List<ScoreCurve> curves;

  public ScoreHistograms(int histograms) {
    this(histograms, new Tally());
  }

  private ScoreHistograms(int histograms, Tally counts) {
    this.histograms = histograms;
    this.bins = ScoreBins.of(histograms);
    this.counts = counts;
  }

  /**
   * Counts one example in one histogram.
   *
   * @param positive whether it has the label
   */
  public void add(int histogram, double score, boolean positive, double weight) {
    int bin = histogram * bins.count() + bins.bin(score);
    counts.add(2 * bin + (positive ? 1 : 0), weight);
    curves = null;
  }

  /** One for each histogram. */
  public List<ScoreCurve> curves() {
    List<ScoreCurve> known = curves;
    if (known == null) {
      known = ScoreCurve.of(counts, bins.count(), histograms);
      curves = known;
    }
    return known;
  }

  @Override
  public void merge(MetricState other) {
    counts.merge(((ScoreHistograms) other).counts);
    curves = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    counts.write(out);
  }

  /**
   * Reads what was written.
   *
   * @throws IOException for another version or more histograms
   */
  public static ScoreHistograms read(int histograms, DataInput in) throws IOException {
    Versions.check(in, "histogram of labels' scores", VERSION);
    ScoreHistograms read = new ScoreHistograms(histograms, Tally.read(in));
    int highest = Arrays.stream(read.counts.keys()).max().orElse(-1);
    if (!(highest < 2 * read.bins.count() * histograms)) {
      throw new IOException("Cannot read a histogram of labels' scores with a key " + highest);
    }
    return read;
  }
}
