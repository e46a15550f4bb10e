package io.github.steelyard.engine.dl4j.forward.running;

import io.github.steelyard.engine.dl4j.forward.program.Program;
import java.util.List;

/** A program for batches of one size, before there is memory for it. */
public record UnplacedProgram(Program program, Storage storage, long rows)
    implements ForwardPass.Unplaced {
  @Override
  public List<Long> floats() {
    return storage.floats().stream().map(floats -> Math.multiplyExact(floats, rows)).toList();
  }

  @Override
  public ForwardPass.Bound at(List<BorrowedFloats> places, List<BorrowedFloats> batch) {
    return new BoundProgram(program, storage, places, rows, batch);
  }
}
