package io.github.steelyard.engine.metric.classification.confidence;

import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * One point of a reliability diagram: the examples whose confidence lies in {@code (lower, upper]};
 * 0 belongs to the first bin.
 *
 * @param examples how many they are, at least 1
 * @param weight sum of their weights, above 0; their number where all weights are 1
 * @param confidence the mean
 * @param accuracy the share that were taken for their class
 */
public record ReliabilityBin(
    Slice slice,
    double lower,
    double upper,
    long examples,
    double weight,
    double confidence,
    double accuracy) {
  /** The bins of a slice that have weight, by ascending confidence. */
  public static List<ReliabilityBin> of(Scorecard scorecard, Slice slice) {
    return scorecard
        .state(slice, CalibrationKind.ID)
        .map(state -> of((CalibrationState) state, slice))
        .orElse(List.of());
  }

  private static List<ReliabilityBin> of(CalibrationState state, Slice slice) {
    List<ReliabilityBin> bins = new ArrayList<>();
    double all = CalibrationState.BINS;
    for (int bin = 0; bin < CalibrationState.BINS; bin++) {
      double weight = state.weight(bin);
      if (weight > 0) {
        bins.add(
            new ReliabilityBin(
                slice,
                bin / all,
                (bin + 1) / all,
                state.examples(bin),
                weight,
                state.confidence(bin) / weight,
                state.hitWeight(bin) / weight));
      }
    }
    return bins;
  }
}
