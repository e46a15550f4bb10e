package io.github.steelyard.jobs.compare;

import io.github.steelyard.engine.metric.estimate.Slice;
import io.github.steelyard.engine.metric.scorecard.Scorecard;
import io.github.steelyard.jobs.suite.settings.CompareChoice;
import io.github.steelyard.reports.comparison.Comparisons;
import io.github.steelyard.reports.run.comparison.ComparedPair;
import io.github.steelyard.reports.run.comparison.ComparisonRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Compares models on the same examples: differences of all metrics, for all pairs that a suite asks
 * for, on all splits, shifts and slices.
 */
public final class CompareStage {
  /** The Spark job group of this stage. */
  public static final String JOB_GROUP = "steelyard-compare";

  /**
   * A model on a split.
   *
   * @param card what was counted of it, or null where it has no results
   */
  public record Candidate(ComparedUnit unit, @Nullable Scorecard card) {}

  private final JavaSparkContext spark;
  private final @Nullable CompareChoice pairs;
  private final @Nullable String baseline;
  private final double confidence;

  /**
   * @param pairs null for what suits the number of models
   * @param baseline the name of a model, or null for none
   * @param confidence of all intervals, in (0, 1)
   */
  public CompareStage(
      JavaSparkContext spark,
      @Nullable CompareChoice pairs,
      @Nullable String baseline,
      double confidence) {
    this.spark = spark;
    this.pairs = pairs;
    this.baseline = baseline;
    this.confidence = confidence;
  }

  /** The rows of all pairs, split by split; those that are not comparable last. */
  public List<ComparisonRow> run(List<Candidate> candidates) {
    List<PlaceChoice> chosen = new ArrayList<>();
    List<ComparisonRow> notComparable = new ArrayList<>();
    for (List<Candidate> group : bySplit(candidates)) {
      PlaceChoice choice = PlaceChoice.of(group, pairs, baseline);
      notComparable.addAll(choice.notComparable());
      if (!choice.place().pairs().isEmpty()) {
        chosen.add(choice);
      }
    }
    List<JointScore> scores =
        new JointPass(spark).run(chosen.stream().map(PlaceChoice::place).toList());
    List<Comparisons.Measured> measured = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      ComparedPlace place = chosen.get(i).place();
      String problem = scores.get(i).problem();
      if (problem == null) {
        measured.addAll(
            new PlaceDifferences(place, scores.get(i), confidence).of(chosen.get(i).cards()));
      } else {
        place.pairs().stream()
            .map(pair -> ComparisonRow.notComparable(pair(place, pair), problem))
            .forEach(notComparable::add);
      }
    }
    List<ComparisonRow> rows = new ArrayList<>(Comparisons.judged(measured, confidence));
    rows.addAll(notComparable);
    return rows;
  }

  private static List<List<Candidate>> bySplit(List<Candidate> candidates) {
    Map<List<Object>, List<Candidate>> groups = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      ComparedUnit unit = candidate.unit();
      // A shift may be null, which no List.of holds.
      List<Object> key = Arrays.asList(unit.split().dataset(), unit.split().split(), unit.shift());
      groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(candidate);
    }
    return List.copyOf(groups.values());
  }

  private static ComparedPair pair(ComparedPlace place, ComparedPlace.Pair pair) {
    return place.units().get(pair.first()).with(place.units().get(pair.second()), Slice.ALL);
  }
}
