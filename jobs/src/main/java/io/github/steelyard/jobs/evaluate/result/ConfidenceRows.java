package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.metric.classification.confidence.ReliabilityBin;
import io.github.steelyard.engine.metric.classification.confidence.RiskPoint;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceCounts;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.run.quality.ReliabilityRow;
import io.github.steelyard.reports.run.quality.RiskCoverageRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What scorecards say of confidences, as rows. */
final class ConfidenceRows {
  private ConfidenceRows() {}

  /**
   * The reliability diagrams of a unit's slices.
   *
   * @param temperature as in {@link ReliabilityRow}
   */
  static List<ReliabilityRow> reliability(Unit unit, Scorecard card, @Nullable Double temperature) {
    List<ReliabilityRow> rows = new ArrayList<>();
    for (SliceCounts counts : card.counts()) {
      boolean whole = counts.slice().equals(Slice.ALL);
      for (ReliabilityBin bin : ReliabilityBin.of(card, counts.slice())) {
        rows.add(
            new ReliabilityRow(
                unit.model().name(),
                unit.split().dataset(),
                unit.split().split(),
                unit.applied(),
                whole ? null : counts.slice().column(),
                whole ? null : counts.slice().value(),
                temperature,
                bin.lower(),
                bin.upper(),
                bin.examples(),
                bin.weight(),
                bin.confidence(),
                bin.accuracy()));
      }
    }
    return rows;
  }

  /** The risk-coverage curve over all of a unit's examples. */
  static List<RiskCoverageRow> riskCoverage(Unit unit, Scorecard card) {
    return RiskPoint.of(card, Slice.ALL).stream()
        .map(
            point ->
                new RiskCoverageRow(
                    unit.model().name(),
                    unit.split().dataset(),
                    unit.split().split(),
                    unit.applied(),
                    point.coverage(),
                    point.risk(),
                    point.leastConfidence()))
        .toList();
  }
}
