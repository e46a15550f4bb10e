package io.github.steelyard.engine.dl4j.blocked.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static Region region(long floats, int... steps) {
    Region region = Region.inside(floats);
    IntStream.of(steps).forEach(region::usedAt);
    return region;
  }

  @Test
  void aChainLiesInTwoPlacesWhateverItsLength() {
    List<Region> chain = IntStream.range(0, 9).mapToObj(at -> region(10 + at, at, at + 1)).toList();
    assertThat(Placement.of(chain, 10).floats()).hasSize(2).containsExactlyInAnyOrder(17L, 18L);
  }

  @Test
  void whatIsReadLaterKeepsItsPlaceAndABatchHasNone() {
    Region shortcut = region(4, 0, 3);
    Region branch = region(4, 1, 2);
    Region further = region(4, 2, 3);
    Region output = region(4, 3, Integer.MAX_VALUE);
    Region batch = Region.ofInput(0);
    batch.usedAt(0);
    Placement placement = Placement.of(List.of(batch, shortcut, branch, further, output), 4);
    assertThat(placement.places()).doesNotContainKey(batch).hasSize(4);
    assertThat(placement.places().get(shortcut))
        .isNotIn(placement.places().get(branch), placement.places().get(further));
    assertThat(placement.floats()).containsExactly(4L, 4L, 4L);
  }
}
