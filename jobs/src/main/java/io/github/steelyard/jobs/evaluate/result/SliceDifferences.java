package io.github.steelyard.jobs.evaluate.result;

import io.github.steelyard.engine.metric.estimate.SliceContrast;
import io.github.steelyard.jobs.evaluate.unit.Unit;
import io.github.steelyard.reports.run.quality.SliceDifferenceRow;

/** Slices against the rest of their columns, as rows. */
final class SliceDifferences {
  private SliceDifferences() {}

  static SliceDifferenceRow row(Unit unit, SliceContrast contrast) {
    return new SliceDifferenceRow(
        unit.model().name(),
        unit.split().dataset(),
        unit.split().split(),
        unit.applied(),
        contrast.slice().column(),
        contrast.slice().value(),
        contrast.metric(),
        contrast.aspect(),
        contrast.value(),
        contrast.rest(),
        contrast.difference(),
        contrast.undefined(),
        contrast.uncertainty().interval(),
        contrast.difference() == null ? null : contrast.uncertainty().reason(),
        contrast.adjustedPValue(),
        contrast.examples(),
        contrast.restExamples());
  }
}
