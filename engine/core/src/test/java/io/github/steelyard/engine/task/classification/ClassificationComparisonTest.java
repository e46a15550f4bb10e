package io.github.steelyard.engine.task.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.Agreement;
import io.github.steelyard.engine.task.ExampleColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationComparisonTest {
  private static final List<Column> WITHOUT_SCORES =
      List.of(
          ExampleColumns.ORDINAL,
          ClassificationTask.PREDICTION,
          ClassificationTask.CONFIDENCE,
          ClassificationTask.LABEL_LOG_PROBABILITY);
  private static final List<Column> WITH_SCORES =
      List.of(
          ExampleColumns.ORDINAL,
          ClassificationTask.PREDICTION,
          ClassificationTask.CONFIDENCE,
          ClassificationTask.LABEL_LOG_PROBABILITY,
          ClassificationTask.SCORES);

  private final ClassificationComparison comparison = new ClassificationComparison();
  private final Agreement agreement = new Agreement();

  /** All examples are of class 0. */
  private static RowBlock outcomes(long first, float[]... scores) {
    RowBlock block = new RowBlock(WITH_SCORES, scores.length);
    for (int row = 0; row < scores.length; row++) {
      block.longs("ordinal")[row] = first + row;
      int best = scores[row][1] > scores[row][0] ? 1 : 0;
      block.ints("prediction")[row] = best;
      block.doubles("confidence")[row] = scores[row][best];
      block.doubles("label_log_probability")[row] = Math.log(scores[row][0]);
      block.floatLists("scores")[row] = scores[row];
    }
    return block;
  }

  private static RowBlock withoutScores(RowBlock whole) {
    RowBlock block = new RowBlock(WITHOUT_SCORES, whole.rows());
    System.arraycopy(whole.longs("ordinal"), 0, block.longs("ordinal"), 0, whole.rows());
    System.arraycopy(whole.ints("prediction"), 0, block.ints("prediction"), 0, whole.rows());
    for (String column : List.of("confidence", "label_log_probability")) {
      System.arraycopy(whole.doubles(column), 0, block.doubles(column), 0, whole.rows());
    }
    return block;
  }

  private static float[] scores(double first) {
    return new float[] {(float) first, (float) (1 - first)};
  }

  @Test
  void differencesAreOfProbabilitiesAndAnswersAreCounted() {
    comparison.add(
        outcomes(7, scores(0.75), scores(0.5), scores(0.25)),
        outcomes(7, scores(0.5), scores(0.5), scores(0.625)),
        agreement);

    assertThat(agreement.examples()).isEqualTo(3);
    assertThat(agreement.equalPredictions()).isEqualTo(2);
    assertThat(agreement.largestDifference()).isEqualTo(0.375);
    assertThat(agreement.meanDifference()).isCloseTo((0.25 + 0.375) / 3, within(1e-15));
    assertThat(agreement.largestLogDifference()).isCloseTo(Math.log(2.5), within(1e-15));
    assertThat(agreement.within(0.375)).isTrue();
    assertThat(agreement.within(0.374)).isFalse();
  }

  @Test
  void whereNoScoresAreKeptTheOnesThatAlwaysAreDecide() {
    RowBlock one = outcomes(0, scores(0.75), scores(0.25));
    RowBlock other = outcomes(0, scores(0.5), scores(0.25));
    comparison.add(withoutScores(one), other, agreement);

    assertThat(agreement.largestDifference()).isCloseTo(0.25, within(1e-15));
    assertThat(agreement.meanDifference()).isCloseTo(0.125, within(1e-15));
  }

  @Test
  void whatOnlyOneCouldScoreIsNoAgreement() {
    RowBlock one = outcomes(0, scores(0.75), scores(0.75), scores(0.75));
    RowBlock other = outcomes(0, scores(0.75), scores(0.75), scores(0.75));
    one.nulls("prediction").set(1);
    other.nulls("prediction").set(1);
    comparison.add(one, other, agreement);
    assertThat(agreement.within(0)).isTrue();
    assertThat(agreement.notCompared()).isEqualTo(1);

    other.nulls("prediction").set(2);
    comparison.add(one, other, agreement);
    assertThat(agreement.within(1)).isFalse();
    assertThat(agreement.notCompared()).isEqualTo(3);
    assertThat(agreement.examples()).isEqualTo(3);
  }

  @Test
  void nothingComparedIsNoAgreement() {
    assertThat(agreement.within(1)).isFalse();
    assertThat(agreement.meanDifference()).isZero();
  }

  @Test
  void otherExamplesAreRefused() {
    assertThatThrownBy(
            () -> comparison.add(outcomes(0, scores(0.5)), outcomes(1, scores(0.5)), agreement))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot compare example 0 with example 1: expected the same examples in one order");
    assertThatThrownBy(
            () ->
                comparison.add(
                    outcomes(0, scores(0.5)), outcomes(0, scores(0.5), scores(0.5)), agreement))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("1 outcomes with 2");
  }

  @Test
  void partsMergeAsOne() {
    Agreement left = new Agreement();
    Agreement right = new Agreement();
    comparison.add(outcomes(0, scores(0.75)), outcomes(0, scores(0.5)), left);
    comparison.add(outcomes(1, scores(0.25)), outcomes(1, scores(0.625)), right);
    comparison.add(
        outcomes(0, scores(0.75), scores(0.25)),
        outcomes(0, scores(0.5), scores(0.625)),
        agreement);

    left.merge(Agreement.read(right.bytes()));
    assertThat(left.bytes()).isEqualTo(agreement.bytes());
    assertThatThrownBy(() -> Agreement.read(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
