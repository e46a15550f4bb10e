package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.suite.settings.CompareChoice;
import io.github.steelyard.reports.comparison.Comparability;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is compared on one split under one shift, and what cannot be.
 *
 * @param place may have no pairs
 * @param cards of the place's models
 * @param notComparable the pairs that cannot be compared, and the slices that are left out
 */
record PlaceChoice(ComparedPlace place, List<Scorecard> cards, List<ComparisonRow> notComparable) {

  /**
   * @param group all models of the split, in the order of the run
   * @param choice null for what suits their number
   * @param baseline the name of a model, or null for none
   */
  static PlaceChoice of(
      List<CompareStage.Candidate> group,
      @Nullable CompareChoice choice,
      @Nullable String baseline) {
    List<ComparedPairs.Candidate> models = new ArrayList<>();
    List<ComparedUnit> units = new ArrayList<>();
    List<Scorecard> cards = new ArrayList<>();
    for (CompareStage.Candidate candidate : group) {
      ComparedUnit unit = candidate.unit();
      Scorecard card = candidate.card();
      Double score = card == null ? null : HeadlineScore.of(unit, card);
      models.add(new ComparedPairs.Candidate(unit.model(), unit.parameters(), score));
      if (card != null) {
        units.add(unit);
        cards.add(card);
      }
    }
    List<ComparedPlace.Pair> pairs = new ArrayList<>();
    List<ComparisonRow> notComparable = new ArrayList<>();
    for (ComparedPlace.Pair pair : ComparedPairs.of(models, choice, baseline)) {
      ComparedUnit one = group.get(pair.first()).unit();
      ComparedUnit other = group.get(pair.second()).unit();
      Optional<String> obstacle = obstacle(one, other, units);
      if (obstacle.isEmpty()) {
        pairs.add(new ComparedPlace.Pair(units.indexOf(one), units.indexOf(other)));
      } else {
        notComparable.add(
            ComparisonRow.notComparable(one.with(other, Slice.ALL), obstacle.orElseThrow()));
      }
    }
    return of(units, cards, pairs, notComparable);
  }

  private static PlaceChoice of(
      List<ComparedUnit> units,
      List<Scorecard> cards,
      List<ComparedPlace.Pair> pairs,
      List<ComparisonRow> notComparable) {
    List<Slice> compared = List.of();
    if (!pairs.isEmpty()) {
      ComparedSlices slices = ComparedSlices.of(units.get(0), cards.get(0), pairs.size());
      ComparedPlace.Pair any = pairs.get(0);
      for (Slice left : slices.left()) {
        ComparedPair pair = units.get(any.first()).with(units.get(any.second()), left);
        notComparable.add(ComparisonRow.notComparable(pair, slices.reason()));
      }
      compared = slices.compared();
    }
    boolean exclusions = cards.stream().anyMatch(PlaceChoice::leftOut);
    return new PlaceChoice(
        new ComparedPlace(units, pairs, compared, exclusions), cards, notComparable);
  }

  private static Optional<String> obstacle(
      ComparedUnit one, ComparedUnit other, List<ComparedUnit> scored) {
    for (ComparedUnit unit : List.of(one, other)) {
      if (!scored.contains(unit)) {
        return Optional.of(
            "model '" + unit.model() + "' has no results here: table failures says why");
      }
    }
    return Comparability.obstacle(one.data(), other.data());
  }

  private static boolean leftOut(Scorecard card) {
    return card.counts().stream().anyMatch(counts -> counts.notScored() > 0);
  }
}
