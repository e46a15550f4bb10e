package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric's values without each group in turn. */
final class GroupValues {
  private final List<Value> ofAll;
  private final double[][] numbers;
  private final boolean[] undefined;

  /**
   * @param ofAll the values of all groups together, for their aspects
   */
  GroupValues(List<Value> ofAll, int groups) {
    this.ofAll = ofAll;
    this.numbers = new double[ofAll.size()][groups];
    this.undefined = new boolean[ofAll.size()];
  }

  void put(int group, List<Value> values) {
    if (values.size() != ofAll.size()) {
      throw new IllegalStateException(
          "Cannot align values: %d of all groups, %d without one"
              .formatted(ofAll.size(), values.size()));
    }
    for (int aspect = 0; aspect < numbers.length; aspect++) {
      Double number = values.get(aspect).number();
      if (number == null) {
        undefined[aspect] = true;
      } else {
        numbers[aspect][group] = number;
      }
    }
  }

  /** The values without the first, the second ... group, or null where one is undefined. */
  double @Nullable [] ofAspect(int aspect) {
    return undefined[aspect] ? null : numbers[aspect];
  }
}
