package io.github.steelyard.reports.leaderboard;

import io.github.steelyard.engine.metric.estimate.PairedDifference;
import io.github.steelyard.reports.leaderboard.Findings.Place;
import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import io.github.steelyard.reports.run.comparison.RankingRow;
import io.github.steelyard.reports.run.comparison.Verdict;
import io.github.steelyard.reports.run.unit.CostRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the comparisons of one split say: the best models, and larger ones that gain nothing. */
final class ComparedBlock {
  private static final String ACCURACY = "accuracy";
  private static final int MOST_FINDINGS = 3;

  private final Findings findings;
  private final List<RankingRow> ranking;
  private final List<ComparisonRow> comparisons;

  ComparedBlock(RunResult result, Findings findings, Place place) {
    this.findings = findings;
    this.ranking =
        result.rows(RankingRow.class).stream()
            .filter(row -> row.shift() == null && row.aspect() == null)
            .filter(row -> row.metric().equals(ACCURACY))
            .filter(row -> place.equals(new Place(row.dataset(), row.split())))
            .sorted(Comparator.comparingInt(RankingRow::rank))
            .toList();
    this.comparisons =
        result.rows(ComparisonRow.class).stream()
            .filter(row -> row.pair().whole() && row.of(ACCURACY, ""))
            .filter(row -> place.equals(new Place(row.pair().dataset(), row.pair().split())))
            .toList();
  }

  /** Several lines, each ended by a line break; empty where nothing was compared. */
  String text() {
    StringBuilder text = new StringBuilder();
    if (!ranking.isEmpty()) {
      text.append("  * ").append(best()).append('\n');
    }
    gainless().forEach(line -> text.append("  * ").append(line).append('\n'));
    String power = power();
    if (!power.isEmpty()) {
      text.append("  * ").append(power).append('\n');
    }
    return text.isEmpty() ? "" : "\n" + text;
  }

  private String best() {
    List<String> tied =
        ranking.stream()
            .skip(1)
            .filter(row -> Boolean.TRUE.equals(row.tiedWithBest()))
            .map(RankingRow::model)
            .toList();
    return "the best accuracy: "
        + ranking.get(0).model()
        + (tied.isEmpty() ? "" : "; not distinguishable from it: " + Names.listed(tied));
  }

  /** A larger model with the smallest one that it is not better than. */
  private record Gainless(ComparisonRow row, double larger, double smaller) {
    double ratio() {
      return larger / smaller;
    }
  }

  private List<String> gainless() {
    Map<String, Gainless> smallest = new HashMap<>();
    for (ComparisonRow row : comparisons) {
      Double larger = findings.cost(row.pair().model(), CostRow.PARAMETERS);
      Double smaller = findings.cost(row.pair().other(), CostRow.PARAMETERS);
      boolean gains = row.verdict() == Verdict.BETTER || !row.verdict().decided();
      if (!gains && larger != null && smaller != null && larger > smaller && smaller > 0) {
        smallest.merge(
            row.pair().model(), new Gainless(row, larger, smaller), ComparedBlock::moreTelling);
      }
    }
    return smallest.values().stream()
        .sorted(
            Comparator.comparingDouble(Gainless::ratio)
                .reversed()
                .thenComparing(gainless -> gainless.row().pair().model()))
        .limit(MOST_FINDINGS)
        .map(ComparedBlock::line)
        .toList();
  }

  private static Gainless moreTelling(Gainless one, Gainless other) {
    int bySize = Double.compare(one.smaller(), other.smaller());
    int byName = one.row().pair().other().compareTo(other.row().pair().other());
    return (bySize == 0 ? byName : bySize) <= 0 ? one : other;
  }

  private static String line(Gainless gainless) {
    ComparedPair pair = gainless.row().pair();
    PairedDifference found = Objects.requireNonNull(gainless.row().found());
    String is =
        gainless.row().verdict() == Verdict.WORSE ? "is worse than" : "is not distinguishable from";
    Double p = gainless.row().judgement().holm();
    return "%s (%s) %s %s (%s): %s%s"
        .formatted(
            pair.model(),
            Figures.human(gainless.larger(), ""),
            is,
            pair.other(),
            Figures.human(gainless.smaller(), ""),
            Figures.signed(found.difference(), found.uncertainty().interval()),
            p == null ? "" : ", adjusted p " + Figures.probability(p));
  }

  /** What the median pair could show. */
  private String power() {
    List<Double> detectable = new ArrayList<>();
    for (ComparisonRow row : comparisons) {
      @Nullable Double smallest = row.judgement().detectable();
      if (smallest != null) {
        detectable.add(smallest);
      }
    }
    if (detectable.isEmpty()) {
      return "";
    }
    detectable.sort(Comparator.naturalOrder());
    return "a difference below "
        + Figures.decimal(detectable.get(detectable.size() / 2))
        + " would as a rule not show on these examples (power 80 %, the median pair)";
  }
}
