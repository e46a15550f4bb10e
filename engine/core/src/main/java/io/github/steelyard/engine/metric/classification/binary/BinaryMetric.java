package io.github.steelyard.engine.metric.classification.binary;

import io.github.steelyard.engine.metric.GroupedJackknife;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.classification.ClassificationMetric;
import io.github.steelyard.engine.metric.state.Shares;
import java.util.List;
import java.util.Objects;

/** A metric of how examples fall on the two sides of a threshold; one value, without an aspect. */
interface BinaryMetric extends ClassificationMetric {
  String PROPORTION = "Wilson; grouped jackknife with weights or clusters.";
  String SMOOTH = "Grouped jackknife.";

  Value value(Fourfold table);

  @Override
  default boolean appliesTo(MetricSettings settings) {
    return settings.binary() != null;
  }

  @Override
  default StateKind kind(MetricSettings settings) {
    return new BinaryKind(Objects.requireNonNull(settings.binary()));
  }

  @Override
  default List<Value> values(MetricState state) {
    Fourfold table = ((BinaryState) state).table();
    return List.of(
        table.weight() > 0
            ? value(table)
            : Value.undefined("", Shares.reasonForNone(table.examples())));
  }

  /** A smooth function of the table, undefined where it says why. */
  static Value smooth(Fourfold table, double number) {
    return Value.of("", number, GroupedJackknife.ofEvents(table.hits(), table.misses()));
  }
}
