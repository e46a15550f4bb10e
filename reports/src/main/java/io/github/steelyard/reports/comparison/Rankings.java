package io.github.steelyard.reports.comparison;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.engine.statistics.TieGroups;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.AppliedShift;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The order of models in each metric, and which of them are tied. */
public final class Rankings {
  private static final String PAIRS_MISSING =
      "not all pairs of these models were compared, or had enough to decide";

  private record Order(
      String dataset, String split, @Nullable AppliedShift shift, String metric, String aspect) {}

  private final Order order;
  private final List<MetricRow> ranked;
  private final Map<Set<String>, Verdict> verdicts;

  private Rankings(Order order, List<MetricRow> rows, Map<Set<String>, Verdict> verdicts) {
    this.order = order;
    this.ranked =
        rows.stream()
            .sorted(Comparator.comparingDouble(Rankings::badness).thenComparing(MetricRow::model))
            .toList();
    this.verdicts = verdicts;
  }

  /**
   * The rankings of whole splits.
   *
   * @param metrics of a run
   * @param comparisons of the same run; what none of them is about is not ranked
   */
  public static List<RankingRow> of(List<MetricRow> metrics, List<ComparisonRow> comparisons) {
    Map<Order, Map<Set<String>, Verdict>> verdicts = new HashMap<>();
    for (ComparisonRow row : comparisons) {
      PairedDifference found = row.found();
      ComparedPair pair = row.pair();
      if (found != null && pair.sliceColumn() == null) {
        verdicts
            .computeIfAbsent(order(pair, found), unused -> new HashMap<>())
            .put(Set.of(pair.model(), pair.other()), row.verdict());
      }
    }
    Map<Order, List<MetricRow>> rows = new LinkedHashMap<>();
    for (MetricRow row : metrics) {
      Order order = order(row);
      if (row.sliceColumn() == null && row.value() != null && verdicts.containsKey(order)) {
        rows.computeIfAbsent(order, unused -> new ArrayList<>()).add(row);
      }
    }
    List<RankingRow> rankings = new ArrayList<>();
    rows.forEach(
        (order, ofOrder) ->
            rankings.addAll(
                new Rankings(order, ofOrder, Objects.requireNonNull(verdicts.get(order))).rows()));
    return rankings;
  }

  private static Order order(ComparedPair pair, PairedDifference found) {
    return new Order(pair.dataset(), pair.split(), pair.shift(), found.metric(), found.aspect());
  }

  private static Order order(MetricRow row) {
    String aspect = row.aspect();
    return new Order(
        row.dataset(), row.split(), row.shift(), row.metric(), aspect == null ? "" : aspect);
  }

  private static double badness(MetricRow row) {
    double value = Objects.requireNonNull(row.value());
    return row.direction().equals("higher") ? -value : value;
  }

  private List<RankingRow> rows() {
    List<@Nullable String> letters = letters();
    List<RankingRow> rows = new ArrayList<>();
    for (int place = 0; place < ranked.size(); place++) {
      MetricRow row = ranked.get(place);
      Boolean tied = tied(0, place);
      rows.add(
          new RankingRow(
              order.dataset(),
              order.split(),
              order.shift(),
              order.metric(),
              order.aspect(),
              row.model(),
              place + 1,
              Objects.requireNonNull(row.value()),
              letters.get(place),
              tied,
              letters.get(place) == null || tied == null ? PAIRS_MISSING : null));
    }
    return rows;
  }

  /** Whether two places are tied; null where that is not known. */
  private @Nullable Boolean tied(int one, int other) {
    if (one == other) {
      return true;
    }
    Verdict verdict = verdicts.get(Set.of(ranked.get(one).model(), ranked.get(other).model()));
    if (verdict == null) {
      return null;
    }
    return verdict.decided() ? Boolean.valueOf(!verdict.differs()) : null;
  }

  /** A letter for each group of ties; nulls where some pair is not known. */
  private List<@Nullable String> letters() {
    int models = ranked.size();
    boolean known =
        IntStream.range(0, models)
            .allMatch(one -> IntStream.range(0, one).allMatch(other -> tied(one, other) != null));
    List<@Nullable String> letters = new ArrayList<>();
    if (!known) {
      ranked.forEach(row -> letters.add(null));
      return letters;
    }
    List<BitSet> groups =
        TieGroups.of(models, (one, other) -> Boolean.FALSE.equals(tied(one, other)));
    for (int place = 0; place < models; place++) {
      int model = place;
      letters.add(
          IntStream.range(0, groups.size())
              .filter(group -> groups.get(group).get(model))
              .mapToObj(Rankings::letter)
              .collect(Collectors.joining(" ")));
    }
    return letters;
  }

  /** {@code a} to {@code z}, {@code aa} to {@code az} ... */
  private static String letter(int group) {
    String last = String.valueOf((char) ('a' + (group % 26)));
    return group < 26 ? last : letter((group / 26) - 1) + last;
  }
}
