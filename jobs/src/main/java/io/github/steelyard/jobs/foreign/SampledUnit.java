package io.github.steelyard.jobs.foreign;

import io.github.steelyard.datasets.prepare.PreparedSplit;
import io.github.steelyard.engine.columnar.Column;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import io.github.steelyard.jobs.pass.StoredOutcomes;
import java.util.List;

/**
 * A classifier on a split, inputs as they are, whose outcomes are stored.
 *
 * @param folder where they lie, as a Hadoop path
 */
public record SampledUnit(PreparedSplit split, String folder) implements StoredOutcomes {
  @Override
  public List<Column> exampleColumns() {
    return List.of(ExampleColumns.GROUP, ExampleColumns.WEIGHT);
  }

  @Override
  public List<Column> outcomeColumns() {
    return List.of(ClassificationTask.CONFIDENCE, ClassificationTask.LOG_SUM_EXP);
  }
}
