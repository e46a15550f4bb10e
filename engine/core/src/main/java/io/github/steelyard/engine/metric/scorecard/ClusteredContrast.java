package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.Evidence;
import io.github.steelyard.engine.metric.IntervalMethod;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The differences between two sets of examples whose clusters may reach over both: the jackknife
 * leaves each group of clusters out of both at once.
 */
final class ClusteredContrast {
  /** The two sets' states of one kind. */
  private record Pair(MetricState one, MetricState other) {
    static Pair empty(StateKind kind) {
      return new Pair(kind.empty(), kind.empty());
    }

    void merge(Pair more) {
      one.merge(more.one);
      other.merge(more.other);
    }

    /** The differences of a metric's values; a value is undefined where one of the two is. */
    List<Value> differences(Metric metric) {
      List<Value> ones = metric.values(one);
      List<Value> others = metric.values(other);
      List<Value> differences = new ArrayList<>();
      for (int aspect = 0; aspect < ones.size(); aspect++) {
        Value first = ones.get(aspect);
        Double a = first.number();
        Double b = others.get(aspect).number();
        differences.add(
            a == null || b == null
                ? Value.undefined(first.aspect(), "undefined on one side")
                : Value.of(first.aspect(), a - b, stricter(first, others.get(aspect))));
      }
      return differences;
    }

    /** Of the two methods the one that finds too few events, or none at all. */
    private static IntervalMethod stricter(Value one, Value other) {
      IntervalMethod ofOther = other.method().ofDifference();
      return ofOther.needsGroups(true) ? one.method().ofDifference() : ofOther;
    }
  }

  private final List<Metric> metrics;
  private final MetricSettings settings;
  private final List<StateKind> kinds;
  private final double confidence;

  ClusteredContrast(
      List<Metric> metrics, MetricSettings settings, List<StateKind> kinds, double confidence) {
    this.metrics = metrics;
    this.settings = settings;
    this.kinds = kinds;
    this.confidence = confidence;
  }

  /** How sure the difference of each value is that both sets have. */
  Map<Measure, Uncertainty> of(SliceStates one, SliceStates other) {
    Map<Measure, Uncertainty> uncertainties = new HashMap<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      String id = kinds.get(kind).id();
      List<Metric> ofKind =
          metrics.stream().filter(metric -> metric.kind(settings).id().equals(id)).toList();
      List<Pair> groups = pairs(kind, one, other);
      Pair total = Pair.empty(kinds.get(kind));
      groups.forEach(total::merge);
      ofKind(kinds.get(kind), ofKind, total, groups, uncertainties);
    }
    return uncertainties;
  }

  /** The groups that at least one of the two has. */
  static SortedSet<Integer> groups(SliceStates one, SliceStates other) {
    SortedSet<Integer> groups = new TreeSet<>(one.groupNumbers());
    groups.addAll(other.groupNumbers());
    return groups;
  }

  private List<Pair> pairs(int kind, SliceStates one, SliceStates other) {
    List<Pair> pairs = new ArrayList<>();
    for (int group : groups(one, other)) {
      int place = one.groupNumbers().indexOf(group);
      int otherPlace = other.groupNumbers().indexOf(group);
      MetricState none = kinds.get(kind).empty();
      pairs.add(
          new Pair(
              place < 0 ? none : one.groups(kind).get(place),
              otherPlace < 0 ? none : other.groups(kind).get(otherPlace)));
    }
    return pairs;
  }

  private void ofKind(
      StateKind kind,
      List<Metric> ofKind,
      Pair total,
      List<Pair> groups,
      Map<Measure, Uncertainty> uncertainties) {
    Map<Metric, List<Value>> differences = new HashMap<>();
    Map<Metric, GroupValues> withoutGroup = new HashMap<>();
    for (Metric metric : ofKind) {
      List<Value> ofAll = total.differences(metric);
      differences.put(metric, ofAll);
      withoutGroup.put(metric, new GroupValues(ofAll, groups.size()));
    }
    LeaveOneGroupOut.visit(
        () -> Pair.empty(kind),
        Pair::merge,
        groups,
        (pair, group) ->
            withoutGroup.forEach((metric, values) -> values.put(group, pair.differences(metric))));
    differences.forEach(
        (metric, ofAll) -> {
          GroupValues values = Objects.requireNonNull(withoutGroup.get(metric));
          for (int aspect = 0; aspect < ofAll.size(); aspect++) {
            Value value = ofAll.get(aspect);
            Double number = value.number();
            if (number != null) {
              Evidence evidence = new Evidence(confidence, true, values.ofAspect(aspect));
              uncertainties.put(
                  new Measure(metric.id(), value.aspect()),
                  value.method().interval(number, evidence));
            }
          }
        });
  }
}
