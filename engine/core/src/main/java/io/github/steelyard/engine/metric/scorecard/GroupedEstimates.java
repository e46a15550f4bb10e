package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.GroupedValue;
import io.github.steelyard.engine.metric.estimate.GroupedValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the grouped values of one slice after the other. */
final class GroupedEstimates {
  private final List<Metric> metrics;
  private final MetricSettings settings;
  private final List<StateKind> kinds;

  GroupedEstimates(List<Metric> metrics, MetricSettings settings, List<StateKind> kinds) {
    this.metrics = metrics;
    this.settings = settings;
    this.kinds = kinds;
  }

  GroupedValues.OfSlice of(SliceStates slice) {
    List<GroupedValue> values = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      String id = kinds.get(kind).id();
      List<Metric> ofKind =
          metrics.stream().filter(metric -> metric.kind(settings).id().equals(id)).toList();
      values.addAll(ofKind(ofKind, kind, slice));
    }
    // The sort is stable: a metric's aspects keep their order.
    values.sort(Comparator.comparing(GroupedValue::metric));
    return new GroupedValues.OfSlice(
        slice.examples(), slice.scored(), slice.groupNumbers(), values);
  }

  private List<GroupedValue> ofKind(List<Metric> ofKind, int kind, SliceStates slice) {
    MetricState total = slice.total(kind);
    List<MetricState> groups = slice.groups(kind);
    List<List<Value>> ofAll = new ArrayList<>();
    List<GroupValues> withoutGroup = new ArrayList<>();
    for (Metric metric : ofKind) {
      List<Value> values = metric.values(total);
      ofAll.add(values);
      withoutGroup.add(new GroupValues(values, groups.size()));
    }
    boolean needed = ofAll.stream().flatMap(List::stream).anyMatch(this::needsGroups);
    if (needed) {
      LeaveOneGroupOut.visit(
          kinds.get(kind),
          groups,
          (state, group) -> {
            for (int i = 0; i < ofKind.size(); i++) {
              withoutGroup.get(i).put(group, ofKind.get(i).values(state));
            }
          });
    }
    List<GroupedValue> values = new ArrayList<>();
    for (int i = 0; i < ofKind.size(); i++) {
      for (int aspect = 0; aspect < ofAll.get(i).size(); aspect++) {
        double[] numbers = needed ? withoutGroup.get(i).ofAspect(aspect) : null;
        values.add(new GroupedValue(ofKind.get(i).id(), ofAll.get(i).get(aspect), numbers));
      }
    }
    return values;
  }

  private boolean needsGroups(Value value) {
    return value.method().ofDifference().needsGroups(settings.clustered());
  }
}
