package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.columnar.RowBlock;
import java.util.BitSet;

/** Which examples of a block of outcomes a model could score. */
public final class ScoredRows {
  private ScoredRows() {}

  /** The rows that have no value in any nullable outcome: the model could not score them. */
  public static BitSet notScored(RowBlock outcomes) {
    return Pairing.notScored(outcomes);
  }

  /** Makes of some rows such that no model could score: a {@link Scorecard} leaves them out. */
  public static void leaveOut(RowBlock outcomes, BitSet rows) {
    for (Column column : outcomes.columns()) {
      if (Pairing.marksNotScored(column)) {
        outcomes.nulls(column.name()).or(rows);
      }
    }
  }
}
