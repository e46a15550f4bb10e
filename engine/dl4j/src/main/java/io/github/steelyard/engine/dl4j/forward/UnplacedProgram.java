package io.github.steelyard.engine.dl4j.forward;

import java.util.List;

/** A program for batches of one size, before there is memory for it. */
record UnplacedProgram(Program program, Storage storage, long rows)
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
