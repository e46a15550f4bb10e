package io.github.steelyard.engine.metric;

import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** By how much two models differ on the same examples of one slice. */
final class PairedEstimates {
  private final List<Metric> metrics;
  private final MetricSettings settings;
  private final List<StateKind> kinds;
  private final double confidence;

  PairedEstimates(
      List<Metric> metrics, MetricSettings settings, List<StateKind> kinds, double confidence) {
    this.metrics = metrics;
    this.settings = settings;
    this.kinds = kinds;
    this.confidence = confidence;
  }

  /** By metric id, then in the order of the metric's aspects. */
  List<Estimate> of(Slice slice, SliceStates one, SliceStates other) {
    if (one.examples() != other.examples()
        || one.scored() != other.scored()
        || !one.groupNumbers().equals(other.groupNumbers())) {
      throw new BadInputException(
          "Cannot pair the slice '%s' of '%s': %d of %d examples were scored in the one and %d of %d in the other"
              .formatted(
                  slice.value(),
                  slice.column(),
                  one.scored(),
                  one.examples(),
                  other.scored(),
                  other.examples()));
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      String id = kinds.get(kind).id();
      List<Metric> ofKind =
          metrics.stream().filter(metric -> metric.kind(settings).id().equals(id)).toList();
      List<Side> ones = sides(ofKind, kind, one);
      List<Side> others = sides(ofKind, kind, other);
      for (int i = 0; i < ofKind.size(); i++) {
        estimates.addAll(differences(ofKind.get(i), ones.get(i), others.get(i), one.scored()));
      }
    }
    estimates.sort(Comparator.comparing(Estimate::metric));
    return estimates;
  }

  /** One model's values of a metric, with those without each group. */
  private record Side(List<Value> values, GroupValues withoutGroup) {}

  private List<Side> sides(List<Metric> ofKind, int kind, SliceStates slice) {
    MetricState total = slice.total(kind);
    List<MetricState> groups = slice.groups(kind);
    List<Side> sides = new ArrayList<>();
    for (Metric metric : ofKind) {
      List<Value> values = metric.values(total);
      sides.add(new Side(values, new GroupValues(values, groups.size())));
    }
    if (sides.stream().flatMap(side -> side.values().stream()).anyMatch(this::needsGroups)) {
      LeaveOneGroupOut.visit(
          kinds.get(kind),
          groups,
          (state, group) -> {
            for (int i = 0; i < sides.size(); i++) {
              sides.get(i).withoutGroup().put(group, ofKind.get(i).values(state));
            }
          });
    }
    return sides;
  }

  private boolean needsGroups(Value value) {
    return value.method().ofDifference().needsGroups(settings.clustered());
  }

  private List<Estimate> differences(Metric metric, Side one, Side other, long scored) {
    List<Estimate> estimates = new ArrayList<>();
    for (int aspect = 0; aspect < one.values().size(); aspect++) {
      Value first = one.values().get(aspect);
      Value second = other.values().get(aspect);
      Double a = first.number();
      Double b = second.number();
      if (a == null || b == null) {
        String reason = a == null ? first.undefined() : second.undefined();
        Uncertainty none = Uncertainty.unknown("the value is undefined");
        estimates.add(new Estimate(metric.id(), first.aspect(), null, reason, none, scored));
      } else {
        Uncertainty uncertainty = uncertainty(a - b, aspect, one, other);
        estimates.add(new Estimate(metric.id(), first.aspect(), a - b, null, uncertainty, scored));
      }
    }
    return estimates;
  }

  /** The first model's interval of the difference, unless the second one has none at all. */
  private Uncertainty uncertainty(double difference, int aspect, Side one, Side other) {
    double[] first = one.withoutGroup().ofAspect(aspect);
    double[] second = other.withoutGroup().ofAspect(aspect);
    double[] differences = null;
    if (first != null && second != null) {
      differences = new double[first.length];
      Arrays.setAll(differences, group -> first[group] - second[group]);
    }
    Evidence evidence = new Evidence(confidence, settings.clustered(), differences);
    Uncertainty ofOther =
        other.values().get(aspect).method().ofDifference().interval(difference, evidence);
    return ofOther.interval() == null
        ? ofOther
        : one.values().get(aspect).method().ofDifference().interval(difference, evidence);
  }
}
