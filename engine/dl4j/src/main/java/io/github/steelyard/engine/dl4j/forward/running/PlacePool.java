package io.github.steelyard.engine.dl4j.forward.running;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places in memory that are used by one after the other, while it is planned who needs them when.
 */
public final class PlacePool {
  private static final int NOWHERE = -1;

  private final List<Long> floats = new ArrayList<>();
  private final Set<Integer> free = new HashSet<>();

  /** The smallest free place that is large enough, else the largest one made larger. */
  public int take(long needed) {
    int best = NOWHERE;
    for (int place : free) {
      if (best == NOWHERE || better(floats.get(place), floats.get(best), needed)) {
        best = place;
      }
    }
    if (best == NOWHERE) {
      floats.add(needed);
      return floats.size() - 1;
    }
    free.remove(best);
    floats.set(best, Math.max(needed, floats.get(best)));
    return best;
  }

  private static boolean better(long one, long other, long needed) {
    return one >= needed ? other < needed || one < other : one > other;
  }

  public void giveBack(int place) {
    free.add(place);
  }

  /** For each place, how many numbers it must hold. */
  public List<Long> floats() {
    return List.copyOf(floats);
  }
}
