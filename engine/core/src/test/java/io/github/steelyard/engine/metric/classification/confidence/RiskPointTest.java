package io.github.steelyard.engine.metric.classification.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.engine.task.OutputKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskPointTest {
  private static List<RiskPoint> curve(int[] labels, float[][] scores) {
    RowBlock examples = ClassificationRows.examples(labels);
    RowBlock outcomes =
        ClassificationRows.outcomes(
            examples, scores, ClassificationRows.settings(2, OutputKind.PROBABILITIES));
    Scorecard card =
        new Scorecard(List.of(new RiskCoverageArea()), MetricSettings.of(LabelMap.numbered(2)));
    card.add(examples, outcomes);
    return RiskPoint.of(card, Slice.ALL);
  }

  @Test
  void theMostConfidentAreAnsweredFirst() {
    // By confidence: right, right, wrong, right.
    List<RiskPoint> curve =
        curve(
            new int[] {1, 0, 0, 1},
            new float[][] {{0.75f, 0.25f}, {0.625f, 0.375f}, {0.9375f, 0.0625f}, {0.125f, 0.875f}});
    assertThat(curve).extracting(RiskPoint::coverage).containsExactly(0.25, 0.5, 0.75, 1.0);
    assertThat(curve)
        .extracting(RiskPoint::leastConfidence)
        .containsExactly(0.9375, 0.875, 0.75, 0.625);
    assertThat(curve.get(1).risk()).isZero();
    assertThat(curve.get(2).risk()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(curve.get(3).risk()).isEqualTo(0.25);
  }

  @Test
  void equalConfidencesAreAnsweredTogether() {
    float[][] same = {{0.75f, 0.25f}, {0.75f, 0.25f}};
    assertThat(curve(new int[] {0, 1}, same))
        .containsExactly(new RiskPoint(Slice.ALL, 1, 0.5, 0.75));
  }

  @Test
  void withoutExamplesThereIsNoCurve() {
    assertThat(curve(new int[] {0}, new float[][] {{Float.NaN, 0}})).isEmpty();
  }
}
