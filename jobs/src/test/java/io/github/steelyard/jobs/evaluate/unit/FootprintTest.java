package io.github.steelyard.jobs.evaluate.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.steelyard.jobs.spark.ModelCopy;
import io.github.steelyard.reports.run.unit.CostRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FootprintTest {
  private static PartOutcome part(@Nullable ModelCopy copy, long offHeapBytes) {
    return PartOutcome.parse(new PartOutcome(0, 0, 1, 1, copy, offHeapBytes, null, null).json());
  }

  private static List<CostRow> costs(List<PartOutcome> parts) {
    Footprint footprint = new Footprint();
    parts.forEach(footprint::add);
    return footprint.costs("m");
  }

  /** Two processes; one of them loaded the model, lost it and loaded it again. */
  @Test
  void countsLoadsNotTasks() {
    List<PartOutcome> parts =
        new ArrayList<>(
            List.of(
                part(new ModelCopy("a", 1), 10),
                part(new ModelCopy("a", 1), 30),
                part(new ModelCopy("a", 4), 20),
                part(new ModelCopy("b", 1), -1)));
    List<CostRow> costs = costs(parts);
    Collections.reverse(parts);

    assertThat(costs)
        .isEqualTo(costs(parts))
        .extracting(CostRow::cost, CostRow::value)
        .containsExactly(
            tuple("replicas", 3.0),
            tuple("replicas-per-process", 2.0),
            tuple("peak-off-heap-bytes", 30.0));
  }

  @Test
  void footprintsOfSeveralUnitsMeet() {
    Footprint first = new Footprint();
    first.add(part(new ModelCopy("a", 1), 10));
    Footprint second = new Footprint();
    second.add(part(new ModelCopy("a", 1), 7));
    second.add(part(new ModelCopy("b", 1), 12));
    first.add(second);

    assertThat(first.costs("m")).extracting(CostRow::value).containsExactly(2.0, 1.0, 12.0);
  }

  @Test
  void whatIsUnknownIsNotToldAsZero() {
    assertThat(costs(List.of())).isEmpty();
    assertThat(costs(List.of(part(null, -1)))).isEmpty();
    assertThat(costs(List.of(part(new ModelCopy("a", 1), -1))))
        .extracting(CostRow::cost)
        .doesNotContain(CostRow.PEAK_OFF_HEAP_BYTES);
  }
}
