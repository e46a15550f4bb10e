package io.github.steelyard.jobs.pass;

import io.github.steelyard.engine.columnar.RowBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * What one pass over the outcomes of units counts.
 *
 * @param <U> the units
 * @param <S> what it counts of one unit; merged in any order
 */
public interface PartStep<U extends StoredOutcomes, S> extends Serializable {
  S empty(U unit);

  /**
   * Adds some examples with their outcomes; the blocks are the step's to change.
   *
   * @param unit its index among the pass's units
   */
  void add(U unit, int index, RowBlock examples, RowBlock outcomes, S into);

  void merge(S into, S other);

  void write(S state, DataOutput out) throws IOException;

  S read(U unit, DataInput in) throws IOException;
}
