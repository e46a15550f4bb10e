package io.github.steelyard.jobs.evaluate.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkChunksTest {
  private static List<Integer> work(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<Integer> sizes(int count, double macs, int cores) {
    return WorkChunks.of(work(count), item -> macs, cores).stream().map(List::size).toList();
  }

  @Test
  void quickWorkGoesTogetherAtFirstAndAloneAtTheEnd() {
    assertThat(WorkChunks.of(work(13), item -> 1e9, 2))
        .containsExactly(
            List.of(0, 1, 2),
            List.of(3, 4),
            List.of(5, 6),
            List.of(7),
            List.of(8),
            List.of(9),
            List.of(10),
            List.of(11),
            List.of(12));
  }

  @Test
  void noTaskHasMoreThanEightPieces() {
    assertThat(sizes(75, 1e9, 2))
        .containsExactly(8, 8, 8, 8, 8, 8, 6, 5, 4, 3, 2, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void whereCoresAreManyEachPieceIsATask() {
    assertThat(sizes(13, 1e9, 7)).hasSize(13).containsOnly(1);
    assertThat(sizes(1, 1e9, 1)).containsExactly(1);
    assertThat(sizes(0, 1e9, 1)).isEmpty();
  }

  @Test
  void aTaskHasNoMoreToComputeThanSomeSeconds() {
    assertThat(sizes(100, WorkChunks.MOST_MACS / 2.5, 1)).startsWith(2, 2, 2);
    assertThat(sizes(100, WorkChunks.MOST_MACS / 1.5, 1)).hasSize(100).containsOnly(1);
  }

  @Test
  void workOfUnknownLengthIsATaskOfItsOwn() {
    assertThat(sizes(100, Double.POSITIVE_INFINITY, 1)).hasSize(100).containsOnly(1);
    assertThat(
            WorkChunks.of(work(8), item -> item == 1 ? Double.POSITIVE_INFINITY : 1e9, 1)
                .subList(0, 3))
        .containsExactly(List.of(0), List.of(1), List.of(2, 3, 4));
  }
}
