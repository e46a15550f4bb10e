package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric's values without each group in turn, or of each draw of groups. */
final class GroupValues {
  private final List<Value> ofAll;
  private final double[][] numbers;
  private final boolean[] undefined;

  /**
   * @param ofAll the values of all groups together, for their aspects
   * @param times how often they are computed: once for each group, or draw
   */
  GroupValues(List<Value> ofAll, int times) {
    this.ofAll = ofAll;
    this.numbers = new double[ofAll.size()][times];
    this.undefined = new boolean[ofAll.size()];
  }

  void put(int time, List<Value> values) {
    if (values.size() != ofAll.size()) {
      throw new IllegalStateException(
          "Cannot align values: %d of all groups, %d of some"
              .formatted(ofAll.size(), values.size()));
    }
    for (int aspect = 0; aspect < numbers.length; aspect++) {
      Double number = values.get(aspect).number();
      if (number == null) {
        undefined[aspect] = true;
      } else {
        numbers[aspect][time] = number;
      }
    }
  }

  /** The values of the first, the second ... time, or null where one is undefined. */
  double @Nullable [] ofAspect(int aspect) {
    return undefined[aspect] ? null : numbers[aspect];
  }
}
