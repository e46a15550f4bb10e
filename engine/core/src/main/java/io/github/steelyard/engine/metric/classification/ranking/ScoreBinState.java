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
  private final Tally bins;

  /** What was made of the bins; null after a change. */
  private @Nullable List<ScoreCurve> curves;

  ScoreBinState(ScoreBinKind kind, Tally bins) {
    this.kind = kind;
    this.bins = bins;
  }

  @Nullable BinarySettings binary() {
    return kind.binary();
  }

  ScoreBinKind kind() {
    return kind;
  }

  void addAll(int[] keys, double[] weights) {
    bins.addAll(keys, weights);
    curves = null;
  }

  /** Of the examples by the score of one class, those of that class against the others. */
  ScoreCurve curve(int index) {
    return curves().get(kind.place(index));
  }

  private List<ScoreCurve> curves() {
    List<ScoreCurve> known = curves;
    if (known == null) {
      known = ScoreCurve.of(bins, kind.bins().count(), kind.counted());
      curves = known;
    }
    return known;
  }

  @Override
  public void merge(MetricState other) {
    bins.merge(((ScoreBinState) other).bins);
    curves = null;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    bins.write(out);
  }
}
