package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.dl4j.forward.program.Operation;
import io.github.steelyard.engine.dl4j.forward.program.Program;
import io.github.steelyard.engine.dl4j.forward.program.Value;
import java.util.Arrays;
import java.util.List;

/**
 * Which values may lie in the same memory: one that nobody reads any more makes room for the next.
 * A chain of layers needs two places, whatever its length.
 *
 * @param places for each storage, the place it lies in; -1 for the network's inputs
 * @param floats for each place, how many one example needs
 */
public record Storage(List<Integer> places, List<Long> floats) {
  private static final int NOWHERE = -1;

  public static Storage plan(Program program) {
    int[] lastUse = lastUses(program);
    int[] places = new int[program.storages()];
    Arrays.fill(places, NOWHERE);
    PlacePool pool = new PlacePool();
    for (int at = 0; at < program.operations().size(); at++) {
      Operation operation = program.operations().get(at);
      Value written = operation.writes();
      if (places[written.storage()] == NOWHERE) {
        places[written.storage()] = pool.take(written.shape().elements());
      }
      for (int storage = program.inputs(); storage < places.length; storage++) {
        if (lastUse[storage] == at) {
          pool.giveBack(places[storage]);
        }
      }
    }
    return new Storage(Arrays.stream(places).boxed().toList(), pool.floats());
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
}
