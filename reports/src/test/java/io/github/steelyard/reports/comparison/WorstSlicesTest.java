package io.github.steelyard.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.quality.WorstSliceRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorstSlicesTest {
  private static MetricRow row(
      String metric, String direction, String column, String slice, Double value) {
    return new MetricRow(
        "m",
        "d",
        "test",
        null,
        column,
        slice,
        metric,
        null,
        value,
        value == null ? "fewer than 50 examples" : null,
        null,
        value == null ? null : "no interval here",
        70,
        direction,
        "");
  }

  @Test
  void theWorstIsTheLeastWhereMoreIsBetterAndTheMostWhereLessIs() {
    List<WorstSliceRow> rows =
        WorstSlices.of(
            List.of(
                row("accuracy", "higher", null, null, 0.75),
                row("accuracy", "higher", "age", "old", 0.5),
                row("accuracy", "higher", "age", "young", 0.875),
                row("log-loss", "lower", null, null, 0.25),
                row("log-loss", "lower", "age", "old", 0.125),
                row("log-loss", "lower", "age", "young", 0.5)));

    assertThat(rows)
        .extracting(
            WorstSliceRow::metric,
            WorstSliceRow::sliceValue,
            WorstSliceRow::value,
            WorstSliceRow::wholeValue,
            WorstSliceRow::difference,
            WorstSliceRow::slices)
        .containsExactly(
            tuple("accuracy", "old", 0.5, 0.75, -0.25, 2L),
            tuple("log-loss", "young", 0.5, 0.25, 0.25, 2L));
    assertThat(rows)
        .allMatch(
            worst ->
                worst
                    .noIntervalReason()
                    .equals(
                        "the worst of several slices looks worse than it is, and an interval around"
                            + " it holds the true value too seldom"));
  }

  @Test
  void aSliceWithoutAValueIsNotTheWorstAndOneSliceAloneIsNone() {
    List<WorstSliceRow> rows =
        WorstSlices.of(
            List.of(
                row("accuracy", "higher", null, null, null),
                row("accuracy", "higher", "age", "old", null),
                row("accuracy", "higher", "age", "middle", 0.75),
                row("accuracy", "higher", "age", "young", 0.75),
                row("accuracy", "higher", "place", "north", 0.5),
                row("accuracy", "higher", "place", "south", null)));

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).sliceValue()).isEqualTo("middle");
    assertThat(rows.get(0).slices()).isEqualTo(2);
    assertThat(rows.get(0).wholeValue()).isNull();
    assertThat(rows.get(0).difference()).isNull();
  }

  @Test
  void whatSaysNothingOfQualityHasNoWorst() {
    assertThat(
            WorstSlices.of(
                List.of(
                    row("examples", "none", "age", "old", 1.0),
                    row("examples", "none", "age", "young", 2.0))))
        .isEmpty();
  }
}
