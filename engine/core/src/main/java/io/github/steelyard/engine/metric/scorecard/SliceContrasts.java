package io.github.steelyard.engine.metric.scorecard;

import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.metric.estimate.Estimate;
import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.estimate.SliceContrast;
import io.github.steelyard.engine.statistics.IndependentDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.IntervalPValue;
import io.github.steelyard.engine.statistics.MultipleTests;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds each slice against the rest of its column. */
final class SliceContrasts {
  /** A contrast with its p-value, which is yet to be adjusted. */
  private record Tested(SliceContrast contrast, OptionalDouble pValue) {}

  private final SliceEstimates estimates;
  private final @Nullable ClusteredContrast clusters;
  private final Supplier<SliceStates> nothing;
  private final int fewest;

  /**
   * @param estimates of the rest of a column
   * @param clusters how clusters that reach over slices are dealt with; null where there are none
   * @param nothing states that saw nothing
   */
  SliceContrasts(
      SliceEstimates estimates,
      @Nullable ClusteredContrast clusters,
      Supplier<SliceStates> nothing,
      int fewest) {
    this.estimates = estimates;
    this.clusters = clusters;
    this.nothing = nothing;
    this.fewest = fewest;
  }

  /** By column, then in the order of the slices, of their metrics and of their aspects. */
  List<SliceContrast> of(SortedMap<Slice, SliceStates> slices, List<ScoreRow> rows) {
    Map<Slice, List<Estimate>> own = new LinkedHashMap<>();
    rows.forEach(
        row -> own.computeIfAbsent(row.slice(), unused -> new ArrayList<>()).add(row.estimate()));
    SortedMap<String, List<Slice>> columns = new TreeMap<>();
    slices.keySet().stream()
        .filter(slice -> !slice.equals(Slice.ALL))
        .forEach(
            slice ->
                columns.computeIfAbsent(slice.column(), unused -> new ArrayList<>()).add(slice));
    List<SliceContrast> contrasts = new ArrayList<>();
    for (List<Slice> column : columns.values()) {
      contrasts.addAll(ofColumn(column, slices, own));
    }
    return contrasts;
  }

  private List<SliceContrast> ofColumn(
      List<Slice> column, Map<Slice, SliceStates> slices, Map<Slice, List<Estimate>> own) {
    List<SliceStates> states =
        column.stream().map(slice -> Objects.requireNonNull(slices.get(slice))).toList();
    List<Tested> tested = new ArrayList<>();
    LeaveOneGroupOut.visit(
        nothing,
        SliceStates::merge,
        states,
        (rest, index) -> {
          Slice slice = column.get(index);
          tested.addAll(
              ofSlice(slice, states.get(index), rest, Objects.requireNonNull(own.get(slice))));
        });
    return adjusted(tested);
  }

  private List<Tested> ofSlice(
      Slice slice, SliceStates states, SliceStates rest, List<Estimate> own) {
    String tooFew = tooFew(states.scored(), rest.scored());
    Map<Measure, Estimate> ofRest = tooFew == null ? byMeasure(estimates.of(rest)) : Map.of();
    Map<Measure, Uncertainty> clustered =
        tooFew == null && clusters != null ? clusters.of(states, rest) : Map.of();
    List<Tested> tested = new ArrayList<>();
    for (Estimate one : own) {
      if (!one.aspect().equals(Value.ERROR_BOUND)) {
        Measure measure = Measure.of(one);
        Estimate other = tooFew == null ? Objects.requireNonNull(ofRest.get(measure)) : null;
        Sides sides = new Sides(slice, one, other, rest.scored());
        Double value = one.number();
        Double restValue = other == null ? null : other.number();
        if (other == null) {
          tested.add(sides.undefined(String.valueOf(tooFew)));
        } else if (value == null || restValue == null) {
          tested.add(
              sides.undefined(String.valueOf(value == null ? one.undefined() : other.undefined())));
        } else if (clusters != null) {
          Uncertainty uncertainty = Objects.requireNonNull(clustered.get(measure));
          int groups = ClusteredContrast.groups(states, rest).size();
          tested.add(sides.differ(value - restValue, uncertainty, groups));
        } else {
          Uncertainty uncertainty = independent(one, value, other, restValue);
          tested.add(sides.differ(value - restValue, uncertainty, 0));
        }
      }
    }
    return tested;
  }

  private @Nullable String tooFew(long scored, long rest) {
    if (scored < fewest) {
      return tooFew(fewest);
    }
    return rest < fewest ? tooFew(fewest) + " in the rest of the column" : null;
  }

  /** Why a slice of fewer scored examples has no values. */
  static String tooFew(int fewest) {
    return "fewer than " + fewest + " examples";
  }

  private static Map<Measure, Estimate> byMeasure(List<Estimate> estimates) {
    return estimates.stream()
        .collect(Collectors.toMap(Measure::of, estimate -> estimate, (one, other) -> one));
  }

  private static Uncertainty independent(
      Estimate one, double value, Estimate other, double restValue) {
    Interval ofOne = one.uncertainty().interval();
    Interval ofOther = other.uncertainty().interval();
    if (ofOne == null || ofOther == null) {
      return ofOne == null ? one.uncertainty() : other.uncertainty();
    }
    return Uncertainty.of(IndependentDifference.interval(value, ofOne, restValue, ofOther));
  }

  /** The two sides of one contrast. */
  private record Sides(Slice slice, Estimate one, @Nullable Estimate other, long restExamples) {
    Tested undefined(String reason) {
      return tested(
          null, reason, Uncertainty.unknown("the value is undefined"), OptionalDouble.empty());
    }

    /** Of a jackknife over so many groups, or of none. */
    Tested differ(double difference, Uncertainty uncertainty, int groups) {
      Interval interval = uncertainty.interval();
      OptionalDouble pValue = OptionalDouble.empty();
      if (interval != null) {
        pValue =
            groups == 0
                ? IntervalPValue.normal(difference, interval)
                : IntervalPValue.student(difference, interval, groups - 1);
      }
      return tested(difference, null, uncertainty, pValue);
    }

    private Tested tested(
        @Nullable Double difference,
        @Nullable String undefined,
        Uncertainty uncertainty,
        OptionalDouble pValue) {
      SliceContrast contrast =
          new SliceContrast(
              slice,
              one.metric(),
              one.aspect(),
              one.number(),
              other == null ? null : other.number(),
              difference,
              undefined,
              uncertainty,
              null,
              one.examples(),
              restExamples);
      return new Tested(contrast, pValue);
    }
  }

  /** Each measure's p-values, adjusted among the slices of the column. */
  private static List<SliceContrast> adjusted(List<Tested> tested) {
    Map<Measure, List<Tested>> families =
        tested.stream()
            .filter(one -> one.pValue().isPresent())
            .collect(
                Collectors.groupingBy(
                    one -> new Measure(one.contrast().metric(), one.contrast().aspect())));
    IdentityHashMap<SliceContrast, Double> adjusted = new IdentityHashMap<>();
    for (List<Tested> family : families.values()) {
      double[] pValues =
          MultipleTests.benjaminiHochberg(
              family.stream().mapToDouble(one -> one.pValue().getAsDouble()).toArray());
      for (int i = 0; i < pValues.length; i++) {
        adjusted.put(family.get(i).contrast(), pValues[i]);
      }
    }
    return tested.stream()
        .map(Tested::contrast)
        .map(
            contrast -> {
              Double pValue = adjusted.get(contrast);
              return pValue == null ? contrast : contrast.adjusted(pValue);
            })
        .toList();
  }
}
