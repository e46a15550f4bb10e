package io.github.steelyard.jobs.pass;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.Column;
import java.io.Serializable;
import java.util.List;

/** A model's outcomes on a split, and what is read of them. */
public interface StoredOutcomes extends Serializable {
  PreparedSplit split();

  /** Where the outcomes lie, as a Hadoop path. */
  String folder();

  /** Those of the prepared examples that are read. */
  List<Column> exampleColumns();

  /** Those of the stored outcomes that are read. */
  List<Column> outcomeColumns();
}
