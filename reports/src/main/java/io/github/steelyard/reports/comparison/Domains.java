package io.github.steelyard.reports.comparison;

import io.github.steelyard.engine.statistics.IndependentDifference;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.reports.run.generalization.DomainAgreementRow;
import io.github.steelyard.reports.run.generalization.DomainRow;
import io.github.steelyard.reports.run.generalization.Relative;
import io.github.steelyard.reports.run.quality.MetricRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.jspecify.annotations.Nullable;

/**
 * Models in another domain with the same labels: their values there against those in the origin,
 * and whether they come in the same order.
 *
 * <p>The examples of the two domains are different ones, so the interval of a difference joins
 * those of the two values ({@link IndependentDifference}). Order is told by Spearman's correlation
 * of ranks and by Kendall's tau-b, over the models that have both values.
 */
public final class Domains {
  /** One of a metric's values. */
  private record Measure(String metric, @Nullable String aspect) {}

  /** One model's values of a measure in both domains. */
  private record Pair(MetricRow there, MetricRow origin) {
    boolean defined() {
      return there.value() != null && origin.value() != null;
    }
  }

  private final List<DomainRow> rows = new ArrayList<>();
  private final List<DomainAgreementRow> agreements = new ArrayList<>();

  private Domains() {}

  /**
   * The rows of all relatives, by relative, metric, aspect and model.
   *
   * @param metrics of a run
   * @param ignored aspects that say nothing of quality
   */
  public static Domains of(
      List<MetricRow> metrics, Collection<Relative> relatives, String... ignored) {
    Domains domains = new Domains();
    Set<String> silent = Set.of(ignored);
    for (Relative relative : relatives) {
      Map<Measure, Map<String, Pair>> measures = new LinkedHashMap<>();
      Map<Measure, Map<String, MetricRow>> origins =
          rows(metrics, relative.originDataset(), relative.originSplit(), silent);
      rows(metrics, relative.dataset(), relative.split(), silent)
          .forEach(
              (measure, models) ->
                  models.forEach(
                      (model, row) -> {
                        MetricRow origin = origins.getOrDefault(measure, Map.of()).get(model);
                        if (origin != null) {
                          measures
                              .computeIfAbsent(measure, unused -> new LinkedHashMap<>())
                              .put(model, new Pair(row, origin));
                        }
                      }));
      measures.forEach((measure, models) -> domains.add(relative, measure, models));
    }
    return domains;
  }

  private static Map<Measure, Map<String, MetricRow>> rows(
      List<MetricRow> metrics, String dataset, String split, Set<String> silent) {
    Map<Measure, Map<String, MetricRow>> rows = new LinkedHashMap<>();
    for (MetricRow row : metrics) {
      boolean here = row.dataset().equals(dataset) && row.split().equals(split);
      if (here && row.whole() && (row.aspect() == null || !silent.contains(row.aspect()))) {
        rows.computeIfAbsent(
                new Measure(row.metric(), row.aspect()), unused -> new LinkedHashMap<>())
            .put(row.model(), row);
      }
    }
    return rows;
  }

  private void add(Relative relative, Measure measure, Map<String, Pair> models) {
    List<Pair> ranked = models.values().stream().filter(Pair::defined).toList();
    double[] there = ranked.stream().mapToDouble(pair -> badness(pair.there())).toArray();
    double[] origin = ranked.stream().mapToDouble(pair -> badness(pair.origin())).toArray();
    double[] ranks = new NaturalRanking().rank(there);
    double[] originRanks = new NaturalRanking().rank(origin);
    int next = 0;
    for (Pair pair : models.values()) {
      if (pair.defined()) {
        rows.add(row(relative, pair, ranks[next], originRanks[next]));
        next++;
      } else {
        rows.add(row(relative, pair, null, null));
      }
    }
    agreements.add(agreement(relative, measure, there, origin));
  }

  /** Ascending from the best. */
  private static double badness(MetricRow row) {
    double value = Objects.requireNonNull(row.value());
    return row.direction().equals("higher") ? -value : value;
  }

  private static DomainRow row(
      Relative relative, Pair pair, @Nullable Double rank, @Nullable Double originRank) {
    MetricRow there = pair.there();
    MetricRow origin = pair.origin();
    Double value = there.value();
    Double originValue = origin.value();
    Interval interval = null;
    String noInterval = null;
    if (value != null && originValue != null) {
      Interval one = there.interval();
      Interval other = origin.interval();
      if (one != null && other != null) {
        interval = IndependentDifference.interval(value, one, originValue, other);
      } else {
        noInterval = one == null ? there.noIntervalReason() : origin.noIntervalReason();
      }
    }
    return new DomainRow(
        there.model(),
        relative,
        there.metric(),
        there.aspect(),
        value,
        originValue,
        value == null || originValue == null ? null : value - originValue,
        value == null ? there.undefinedReason() : origin.undefinedReason(),
        interval,
        noInterval,
        rank,
        originRank);
  }

  private static DomainAgreementRow agreement(
      Relative relative, Measure measure, double[] there, double[] origin) {
    String undefined = null;
    if (there.length < 2) {
      undefined = "fewer than 2 models have both values";
    } else if (constant(there) || constant(origin)) {
      undefined = "all models have the same value";
    }
    boolean defined = undefined == null;
    return new DomainAgreementRow(
        relative,
        measure.metric(),
        measure.aspect(),
        there.length,
        defined ? Double.valueOf(new SpearmansCorrelation().correlation(there, origin)) : null,
        defined ? Double.valueOf(new KendallsCorrelation().correlation(there, origin)) : null,
        undefined);
  }

  private static boolean constant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** One for each model, relative and measure. */
  public List<DomainRow> rows() {
    return List.copyOf(rows);
  }

  /** One for each relative and measure. */
  public List<DomainAgreementRow> agreements() {
    return List.copyOf(agreements);
  }
}
