package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.state.Versions;
import io.github.steelyard.engine.statistics.Tally;
import io.github.steelyard.engine.task.ExampleColumns;
import io.github.steelyard.engine.task.classification.ClassificationTask;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** One fourfold table for all metrics of a threshold. */
record BinaryKind(BinarySettings settings) implements StateKind {
  @Override
  public String id() {
    return "fourfold";
  }

  @Override
  public List<String> columns() {
    return List.of(ClassificationTask.LABEL.name(), ClassificationTask.SCORES.name());
  }

  @Override
  public MetricState empty() {
    return new BinaryState(new Tally(Fourfold.CELLS), settings.beta());
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    Versions.check(in, "fourfold table", BinaryState.VERSION);
    return new BinaryState(Tally.read(in, Fourfold.CELLS), settings.beta());
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    int positive = settings.positive();
    double threshold = settings.threshold();
    int[] labels = examples.ints(ClassificationTask.LABEL.name());
    float[][] scores = outcomes.floatLists(ClassificationTask.SCORES.name());
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return (state, row) -> {
      float[] ofRow = scores[row];
      if (ofRow != null) { // Else its scores were not kept.
        boolean taken = ofRow[positive] >= threshold;
        ((BinaryState) state).add(labels[row] == positive, taken, weights[row]);
      }
    };
  }
}
