package io.github.steelyard.engine.metric.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricContract.Rows;
import io.github.steelyard.engine.metric.Metrics;
import io.github.steelyard.engine.metric.classification.ClassificationRows;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scorecard does not take, and what it cannot say. */
class ScorecardRefusalsTest extends ScorecardSamples {
  @Test
  void rowsOfOtherExamplesAreRefused() {
    Rows rows = ClassificationRows.random(10, CLASSES, 9, false);
    rows.outcomes().longs("ordinal")[7] = 70;
    assertThatThrownBy(() -> scorecard(rows))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "Cannot pair examples with outcomes: row 7 is example 7 among the one and 70 among the other");
    Rows shorter = chosen(ClassificationRows.random(10, CLASSES, 9, false), List.of(0, 1));
    assertThatThrownBy(() -> scorecard(new Rows(rows.examples(), shorter.outcomes())))
        .hasMessage("Cannot pair 10 examples with 2 outcomes");
  }

  @Test
  void aLabelOutsideTheClassesIsRefused() {
    Rows rows = ClassificationRows.random(10, CLASSES, 9, false);
    rows.examples().ints("label")[2] = 4;
    assertThatThrownBy(() -> scorecard(rows))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot score example 2 of class 4, taken for class ");
  }

  @Test
  void aMetricWithoutItsColumnIsUndefinedAndSaysSo() {
    Rows rows = ClassificationRows.random(100, CLASSES, 10, false);
    List<Column> fewer =
        rows.outcomes().columns().stream()
            .filter(column -> !column.name().equals("sum_squares"))
            .toList();
    Rows without = new Rows(rows.examples(), new RowBlock(fewer, 100));
    System.arraycopy(
        rows.outcomes().longs("ordinal"), 0, without.outcomes().longs("ordinal"), 0, 100);
    Scorecard scorecard = scorecard(without);
    assertThat(estimate(scorecard, Slice.ALL, "brier", "").undefined())
        .isEqualTo("not stored in the outcomes: column 'sum_squares'");
    assertThat(estimate(scorecard, Slice.ALL, "accuracy", "").number()).isNotNull();
  }

  @Test
  void aSliceColumnOfTooManyValuesIsRefused() {
    Rows rows = ClassificationRows.random(1_001, CLASSES, 11, false, "site");
    for (int row = 0; row < 1_001; row++) {
      rows.examples().strings("slice_site")[row] = "site " + row;
    }
    assertThatThrownBy(() -> scorecard(rows))
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            "The slice column 'site' has more than 1000 values: expected few, each with many examples");
  }

  @Test
  void withoutExamplesAllIsUndefined() {
    assertThat(scorecard().estimates(0.95))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.estimate().undefined()).isNotBlank())
        .allSatisfy(row -> assertThat(row.estimate().uncertainty().reason()).isNotBlank());
  }

  @Test
  void bytesOfAnotherVersionOrOfOtherMetricsAreRefused() {
    byte[] written = bytes(scorecard(sample(100, 12, false)));
    assertThatThrownBy(
            () ->
                Scorecard.read(
                    Metrics.of(ClassificationTask.NAME, List.of("accuracy")),
                    SETTINGS,
                    new DataInputStream(new ByteArrayInputStream(written))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot read a scorecard of [");
    written[0]++;
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read a scorecard of version 4: expected 3");
  }

  @Test
  void anUnknownMetricIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> Metrics.of(ClassificationTask.NAME, List.of("acuracy")))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Unknown metric: 'acuracy'. Known: accuracy, average-precision, ");
  }
}
