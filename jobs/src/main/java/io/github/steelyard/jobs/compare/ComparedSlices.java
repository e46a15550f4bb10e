package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The slices on which models are compared: the largest ones, so many that pairs x slices stay
 * bounded, and none where inputs are shifted.
 *
 * @param compared all examples first, then by column and value
 * @param left those that are not, by column and value
 * @param pairs of models
 */
record ComparedSlices(List<Slice> compared, List<Slice> left, int pairs) {
  /** Pairs x slices of one split, all examples not counted. */
  static final int MOST = 2_000;

  /** Why slices are left out. */
  String reason() {
    return "no pair is compared on this slice: %d pairs x slices stay within %d, the largest slices first"
        .formatted(pairs, MOST);
  }

  static ComparedSlices of(ComparedUnit unit, Scorecard card, int pairs) {
    List<Slice> slices = new ArrayList<>(List.of(Slice.ALL));
    if (unit.shift() != null) {
      return new ComparedSlices(slices, List.of(), pairs);
    }
    List<Slice> largest =
        card.counts().stream()
            .filter(counts -> !counts.slice().equals(Slice.ALL))
            .sorted(
                Comparator.comparingLong(SliceCounts::examples)
                    .reversed()
                    .thenComparing(SliceCounts::slice))
            .map(SliceCounts::slice)
            .toList();
    int most = MOST / pairs;
    largest.stream().limit(most).sorted().forEach(slices::add);
    List<Slice> left = largest.stream().skip(most).sorted().toList();
    return new ComparedSlices(slices, left, pairs);
  }
}
