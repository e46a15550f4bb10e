package io.github.steelyard.engine.metric.estimate;

import io.github.steelyard.engine.metric.CountedProportion;
import io.github.steelyard.engine.metric.Evidence;
import io.github.steelyard.engine.metric.Value;
import io.github.steelyard.engine.problem.BadInputException;
import io.github.steelyard.engine.statistics.PairedJackknife;
import io.github.steelyard.engine.statistics.Uncertainty;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** One value of a metric, with those without each group in turn where its interval needs them. */
public final class GroupedValue {
  private static final String UNDEFINED = "the value is undefined";

  private final String metric;
  private final Value value;
  private final double @Nullable [] withoutGroup;

  public GroupedValue(String metric, Value value, double @Nullable [] withoutGroup) {
    this.metric = metric;
    this.value = value;
    this.withoutGroup = withoutGroup;
  }

  public String metric() {
    return metric;
  }

  /** This value less another model's. */
  PairedDifference minus(GroupedValue other, long scored, boolean clustered, double confidence) {
    if (!metric.equals(other.metric) || !value.aspect().equals(other.value.aspect())) {
      throw new BadInputException("Cannot pair two models whose columns or slices differ");
    }
    Double one = value.number();
    Double another = other.value.number();
    if (one == null || another == null) {
      String reason = one == null ? value.undefined() : other.value.undefined();
      return found(other, reason, Uncertainty.unknown(UNDEFINED), null, clustered, scored);
    }
    double difference = one - another;
    double[] differences = differences(other);
    Evidence evidence = new Evidence(confidence, clustered, differences);
    PairedJackknife jackknife =
        differences == null ? null : new PairedJackknife(difference, differences);
    Uncertainty uncertainty = uncertainty(other, difference, evidence, jackknife);
    return found(other, null, uncertainty, jackknife, clustered, scored);
  }

  private PairedDifference found(
      GroupedValue other,
      @Nullable String undefined,
      Uncertainty uncertainty,
      @Nullable PairedJackknife jackknife,
      boolean clustered,
      long scored) {
    Double error = null;
    OptionalDouble p = OptionalDouble.empty();
    if (jackknife != null && (uncertainty.interval() != null || jackknife.nowhere())) {
      error = jackknife.standardError();
      p = jackknife.pValue();
    }
    return new PairedDifference(
        metric,
        value.aspect(),
        value.number(),
        other.value.number(),
        undefined,
        uncertainty,
        error,
        p.isPresent() ? p.getAsDouble() : null,
        null,
        !clustered && counted() && other.counted(),
        null,
        scored);
  }

  private boolean counted() {
    return value.method() instanceof CountedProportion;
  }

  private double @Nullable [] differences(GroupedValue other) {
    double[] ours = withoutGroup;
    double[] theirs = other.withoutGroup;
    if (ours == null || theirs == null) {
      return null;
    }
    double[] differences = new double[ours.length];
    Arrays.setAll(differences, group -> ours[group] - theirs[group]);
    return differences;
  }

  /** The first model's interval of the difference, unless the second one has none at all. */
  private Uncertainty uncertainty(
      GroupedValue other,
      double difference,
      Evidence evidence,
      @Nullable PairedJackknife jackknife) {
    Uncertainty ofOther = other.value.method().ofDifference().interval(difference, evidence);
    if (ofOther.interval() == null) {
      return ofOther;
    }
    Uncertainty ofThis = value.method().ofDifference().interval(difference, evidence);
    if (ofThis.interval() == null || jackknife == null) {
      return ofThis;
    }
    if (jackknife.nowhere()) {
      return Uncertainty.unknown("both values are the same without any of the groups");
    }
    double carrying = jackknife.effectiveGroups();
    int fewest = value.method().ofDifference().fewestCarryingGroups();
    return carrying < fewest
        ? Uncertainty.unknown(
            String.format(
                Locale.ROOT,
                "too few: about %.1f groups carry the difference, at least %d are needed",
                carrying,
                fewest))
        : ofThis;
  }
}
