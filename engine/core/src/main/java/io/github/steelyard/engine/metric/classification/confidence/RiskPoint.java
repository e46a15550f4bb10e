package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * One point of a risk-coverage curve: what happens when only the most confident examples are
 * answered. Examples are taken by whole bins of the confidence, those of the area under the curve.
 *
 * @param coverage the share of the weight that is answered, above 0, at most 1
 * @param risk the share of misses among what is answered, by weight
 * @param leastConfidence the mean confidence of the least confident bin that is answered, 0 to 1
 */
public record RiskPoint(Slice slice, double coverage, double risk, double leastConfidence) {
  /** Each point covers at least so much more than the one before. */
  private static final double STEP = 0.01;

  /** At most 100 points of a slice, by ascending coverage; the last one covers everything. */
  public static List<RiskPoint> of(Scorecard scorecard, Slice slice) {
    return scorecard
        .state(slice, ConfidenceKind.ID)
        .map(state -> of((ConfidenceState) state, slice))
        .orElse(List.of());
  }

  private static List<RiskPoint> of(ConfidenceState state, Slice slice) {
    List<ConfidenceState.Bin> bins = state.bins();
    double weight = state.weight();
    double answered = 0;
    double missed = 0;
    double reported = 0;
    List<RiskPoint> points = new ArrayList<>();
    for (int i = bins.size() - 1; i >= 0; i--) {
      answered += bins.get(i).weight();
      missed += bins.get(i).misses();
      double coverage = i == 0 ? 1 : answered / weight;
      if (coverage - reported >= STEP || i == 0) {
        points.add(
            new RiskPoint(
                slice,
                coverage,
                missed / answered,
                bins.get(i).confidence() / bins.get(i).weight()));
        reported = coverage;
      }
    }
    return points;
  }
}
