package io.github.steelyard.engine.dl4j.blocked.plan;

import io.github.steelyard.engine.dl4j.forward.running.BorrowedFloats;
import io.github.steelyard.engine.dl4j.forward.running.PlacePool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which place each region lies in: one that is not needed any more makes room for the next.
 *
 * @param floats for each place, how many numbers it must hold
 */
record Placement(Map<Region, Integer> places, List<Long> floats) {
  static Placement of(List<Region> regions, int steps) {
    Map<Region, Integer> places = new HashMap<>();
    PlacePool pool = new PlacePool();
    for (int at = 0; at < steps; at++) {
      for (Region region : regions) {
        if (region.begins(at)) {
          places.put(region, pool.take(region.floats()));
        }
      }
      for (Region region : regions) {
        Integer place = region.ends(at) ? places.get(region) : null;
        if (place != null) {
          pool.giveBack(place);
        }
      }
    }
    return new Placement(places, pool.floats());
  }

  /** Where the regions lie, now that there is memory; primitives are told. */
  Map<Region, BorrowedFloats> at(List<BorrowedFloats> addresses) {
    Map<Region, BorrowedFloats> lying = new HashMap<>();
    places.forEach(
        (region, place) -> {
          region.lieAt(addresses.get(place));
          lying.put(region, addresses.get(place));
        });
    return lying;
  }
}
