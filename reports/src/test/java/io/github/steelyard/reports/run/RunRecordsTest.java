package io.github.steelyard.reports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.generalization.GapReference;
import io.github.steelyard.reports.run.generalization.GapRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunRecordsTest {
  private static MetricRow metric(Double value, String reason, Interval interval, String none) {
    return new MetricRow(
        "m", "d", "test", null, null, null, "f1", "", value, reason, interval, none, 1, "higher",
        "0..1");
  }

  private static GapRow gap(Double gap, String reason, Interval interval) {
    return new GapRow(
        "m",
        "d",
        "f1",
        "",
        "train",
        "test",
        0.9,
        0.8,
        gap,
        reason,
        interval,
        null,
        Verdict.UNKNOWN,
        GapReference.TRAINING);
  }

  @Test
  void aRunIdTellsItsStartInUtcAndIsNeverTheSame() {
    Instant start = Instant.parse("2026-11-22T16:30:00.999Z");
    assertThat(IntStream.range(0, 50).mapToObj(any -> RunId.startingAt(start).text()).distinct())
        .hasSizeGreaterThan(45)
        .allMatch(text -> text.matches("20261122T163000Z-[0-9a-f]{6}"));
  }

  @Test
  void runIdsSortByTheirStart() {
    Instant start = Instant.parse("2026-12-31T23:59:59Z");
    assertThat(RunId.startingAt(start)).isLessThan(RunId.startingAt(start.plusSeconds(1)));
  }

  @Test
  void aRunIdThatClimbsOutOfItsFolderIsRefused() {
    assertThatThrownBy(() -> new RunId("../20261122T163000Z-1f0a9c"))
        .hasMessage(
            "Cannot use '../20261122T163000Z-1f0a9c' as a run id, expected one like"
                + " 20261122T163000Z-1f0a9c");
  }

  @Test
  void aMetricIsANumberOrAReasonAndNeverNaN() {
    Interval interval = new Interval(0.1, 0.2, "wilson", 0.95);
    assertThat(metric(0.5, null, interval, null).aspect()).isNull();
    assertThatThrownBy(() -> metric(Double.NaN, null, null, null))
        .hasMessage("Cannot use the value NaN of f1, expected a number or a reason");
    assertThatThrownBy(() -> metric(null, null, null, null)).hasMessageContaining("value null");
    assertThatThrownBy(() -> metric(0.5, "both", null, null)).hasMessageContaining("value 0.5");
    assertThatThrownBy(() -> metric(null, "none", interval, null))
        .hasMessage("Cannot have an interval around an undefined f1");
    assertThatThrownBy(() -> metric(0.5, null, interval, "none"))
        .hasMessage("Cannot have an interval of f1 and a reason why there is none");
  }

  @Test
  void aMetricOfAllExamplesHasNoSlice() {
    MetricRow row =
        new MetricRow(
            "m", "d", "test", null, "", "", "f1", "macro", 0.5, null, null, "no", 1, "lower", "");
    assertThat(row.whole()).isTrue();
    assertThat(row.sliceValue()).isNull();
  }

  @Test
  void aDirectionThatNobodyKnowsIsRefused() {
    assertThatThrownBy(
            () ->
                new MetricRow(
                    "m", "d", "test", null, "", "", "f1", "", 0.5, null, null, "no", 1, "up", ""))
        .hasMessage("Cannot use the direction 'up' of f1, expected higher, lower or none");
  }

  @Test
  void aGapIsANumberOrAReason() {
    Interval interval = new Interval(0.1, 0.2, "mover", 0.95);
    assertThat(gap(0.1, null, interval).aspect()).isNull();
    assertThatThrownBy(() -> gap(null, null, null))
        .hasMessage("Cannot use the gap null of f1, expected a number or a reason");
    assertThatThrownBy(() -> gap(null, "undefined", interval))
        .hasMessage("Cannot have an interval around no gap of f1");
  }

  @Test
  void aDataSetHasACountForEachClass() {
    DatasetRow pets = UnitSamples.dataset("test");
    assertThatThrownBy(
            () ->
                new DatasetRow(
                    "pets",
                    "test",
                    "csv",
                    "print",
                    1,
                    pets.type(),
                    pets.shape(),
                    pets.labels(),
                    List.of(1L),
                    pets.slices(),
                    1))
        .hasMessage("Cannot give 1 class counts to the 2 classes of 'pets'");
  }
}
