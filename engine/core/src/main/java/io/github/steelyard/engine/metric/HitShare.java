package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.columnar.RowBlock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/**
 * A value of a metric that is the share of examples which are hits. Two models' shares are compared
 * by the examples that one of them alone hits.
 *
 * @param aspect of the value
 * @param columns of the outcomes that decide
 * @param hits given blocks of examples and of their outcomes, which rows are hits; asked of rows
 *     alone that the model could score
 */
public record HitShare(
    String aspect, List<String> columns, BiFunction<RowBlock, RowBlock, IntPredicate> hits) {
  public HitShare {
    columns = List.copyOf(columns);
  }
}
