package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.Evidence;
import io.github.steelyard.engine.metric.Metric;
import io.github.steelyard.engine.metric.MetricSettings;
import io.github.steelyard.engine.metric.MetricState;
import io.github.steelyard.engine.metric.Range;
import io.github.steelyard.engine.metric.StateKind;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Makes the estimates of one slice after the other. */
final class SliceEstimates {
  private final List<Metric> metrics;
  private final MetricSettings settings;
  private final List<StateKind> kinds;
  private final List<SortedSet<String>> missing;
  private final double confidence;

  SliceEstimates(
      List<Metric> metrics,
      MetricSettings settings,
      List<StateKind> kinds,
      List<SortedSet<String>> missing,
      double confidence) {
    this.metrics = metrics;
    this.settings = settings;
    this.kinds = kinds;
    this.missing = missing;
    this.confidence = confidence;
  }

  /** By metric id, then in the order of the metric's aspects. */
  List<Estimate> of(SliceStates slice) {
    List<Estimate> estimates = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      estimates.addAll(
          missing.get(kind).isEmpty() ? ofKind(kind, slice) : withoutColumns(kind, slice));
    }
    // The sort is stable: a metric's aspects keep their order.
    estimates.sort(Comparator.comparing(Estimate::metric));
    return estimates;
  }

  private List<Metric> metricsOf(int kind) {
    String id = kinds.get(kind).id();
    return metrics.stream().filter(metric -> metric.kind(settings).id().equals(id)).toList();
  }

  private List<Estimate> withoutColumns(int kind, SliceStates slice) {
    String reason =
        "not stored in the outcomes: column '%s'".formatted(String.join("', '", missing.get(kind)));
    List<Estimate> estimates = new ArrayList<>();
    for (Metric metric : metricsOf(kind)) {
      for (Value value : metric.values(kinds.get(kind).empty())) {
        Value undefined = Value.undefined(value.aspect(), reason);
        estimates.add(
            estimate(
                metric,
                undefined,
                new Evidence(confidence, settings.clustered(), null),
                slice.scored()));
      }
    }
    return estimates;
  }

  private List<Estimate> ofKind(int kind, SliceStates slice) {
    MetricState total = slice.total(kind);
    List<MetricState> groups = slice.groups(kind);
    Map<Metric, List<Value>> values = new LinkedHashMap<>();
    Map<Metric, GroupValues> withoutGroup = new LinkedHashMap<>();
    Map<Metric, GroupValues> draws = new LinkedHashMap<>();
    for (Metric metric : metricsOf(kind)) {
      List<Value> ofAll = metric.values(total);
      values.put(metric, ofAll);
      if (ofAll.stream().anyMatch(value -> value.method().needsGroups(settings.clustered()))) {
        withoutGroup.put(metric, new GroupValues(ofAll, groups.size()));
      }
      if (ofAll.stream().anyMatch(value -> value.method().needsDraws())) {
        draws.put(metric, new GroupValues(ofAll, GroupDraws.count()));
      }
    }
    if (!withoutGroup.isEmpty()) {
      LeaveOneGroupOut.visit(
          kinds.get(kind),
          groups,
          (state, group) ->
              withoutGroup.forEach((metric, numbers) -> numbers.put(group, metric.values(state))));
    }
    if (!draws.isEmpty()) {
      GroupDraws.visit(
          kinds.get(kind),
          groups,
          (state, draw) ->
              draws.forEach((metric, numbers) -> numbers.put(draw, metric.values(state))));
    }
    List<Estimate> estimates = new ArrayList<>();
    values.forEach(
        (metric, ofAll) -> {
          GroupValues numbers = withoutGroup.get(metric);
          GroupValues drawn = draws.get(metric);
          for (int aspect = 0; aspect < ofAll.size(); aspect++) {
            double[] ofAspect = numbers == null ? null : numbers.ofAspect(aspect);
            double[] ofDraws = drawn == null ? null : drawn.ofAspect(aspect);
            Evidence evidence =
                new Evidence(confidence, settings.clustered(), ofAspect)
                    .withDraws(groups.size(), ofDraws);
            estimates.add(estimate(metric, ofAll.get(aspect), evidence, slice.scored()));
          }
        });
    return estimates;
  }

  private static Estimate estimate(Metric metric, Value value, Evidence evidence, long scored) {
    Double number = value.number();
    Uncertainty uncertainty = value.method().interval(number == null ? 0 : number, evidence);
    Interval interval = uncertainty.interval();
    if (interval != null) {
      Range range = metric.range();
      uncertainty = Uncertainty.of(interval.within(range.lowest(), range.highest()));
    }
    return new Estimate(
        metric.id(), value.aspect(), number, value.undefined(), uncertainty, scored);
  }
}
