package io.github.steelyard.engine.metric.state;

import io.github.steelyard.engine.columnar.RowBlock;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.RowAccumulator;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.task.ExampleColumns;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;

/**
 * The mean of a number that follows from the labels and the outcomes of an example.
 *
 * @param number given the examples and their outcomes, the number of the example in each row
 */
public record MeanKind(
    String id, List<String> columns, BiFunction<RowBlock, RowBlock, IntToDoubleFunction> number)
    implements StateKind {
  @Override
  public MetricState empty() {
    return new MeanState();
  }

  @Override
  public MetricState read(DataInput in) throws IOException {
    return MeanState.read(in);
  }

  @Override
  public RowAccumulator accumulator(RowBlock examples, RowBlock outcomes) {
    IntToDoubleFunction numbers = number.apply(examples, outcomes);
    double[] weights = examples.doubles(ExampleColumns.WEIGHT.name());
    return new MeanAccumulator(numbers, weights);
  }
}
