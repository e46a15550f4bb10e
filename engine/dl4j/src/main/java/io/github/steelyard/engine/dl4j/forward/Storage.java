package io.github.steelyard.engine.dl4j.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which values may lie in the same memory: one that nobody reads any more makes room for the next.
 * A chain of layers needs two places, whatever its length.
 *
 * @param places for each storage, the place it lies in; -1 for the network's inputs
 * @param floats for each place, how many one example needs
 */
record Storage(List<Integer> places, List<Long> floats) {
  private static final int NOWHERE = -1;

  static Storage plan(Program program) {
    int[] lastUse = lastUses(program);
    int[] places = new int[program.storages()];
    Arrays.fill(places, NOWHERE);
    List<Long> floats = new ArrayList<>();
    Set<Integer> free = new HashSet<>();
    for (int at = 0; at < program.operations().size(); at++) {
      Operation operation = program.operations().get(at);
      Value written = operation.writes();
      if (places[written.storage()] == NOWHERE) {
        places[written.storage()] = place(written.shape().elements(), floats, free);
      }
      for (int storage = program.inputs(); storage < places.length; storage++) {
        if (lastUse[storage] == at) {
          free.add(places[storage]);
        }
      }
    }
    return new Storage(Arrays.stream(places).boxed().toList(), List.copyOf(floats));
  }

  /** The operation after which a storage is not needed: for an output, none. */
  private static int[] lastUses(Program program) {
    int[] lastUse = new int[program.storages()];
    for (int at = 0; at < program.operations().size(); at++) {
      Operation operation = program.operations().get(at);
      lastUse[operation.writes().storage()] = at;
      for (Value read : operation.reads()) {
        lastUse[read.storage()] = at;
      }
    }
    program.outputs().forEach(output -> lastUse[output.storage()] = Integer.MAX_VALUE);
    return lastUse;
  }

  /** The smallest free place that is large enough, else the largest one made larger. */
  private static int place(long needed, List<Long> floats, Set<Integer> free) {
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
}
