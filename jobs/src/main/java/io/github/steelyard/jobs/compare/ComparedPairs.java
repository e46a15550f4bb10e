package io.github.steelyard.jobs.compare;

import io.github.steelyard.jobs.suite.settings.CompareChoice;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which models are compared with which. The larger one of a pair stands first: whether it is better
 * is what is asked.
 */
final class ComparedPairs {
  /** Up to so many models, all are compared with all where a suite does not say otherwise. */
  static final int MOST_BY_ITSELF = 16;

  /** Up to so many models, all can be compared with all: 2,016 pairs. */
  static final int MOST_AT_ALL = 64;

  /**
   * A model that may be compared.
   *
   * @param score on all examples, higher is better; null where it is not known
   */
  record Candidate(String model, long parameters, @Nullable Double score) {}

  private static final Comparator<ComparedPlace.Pair> ORDER =
      Comparator.comparingInt(ComparedPlace.Pair::first)
          .thenComparingInt(ComparedPlace.Pair::second);

  private final List<Candidate> candidates;

  /** Places in {@code candidates}, the smallest model first. */
  private final List<Integer> bySize;

  private final SortedSet<ComparedPlace.Pair> pairs = new TreeSet<>(ORDER);

  private ComparedPairs(List<Candidate> candidates) {
    this.candidates = candidates;
    this.bySize =
        IntStream.range(0, candidates.size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer place) -> candidates.get(place).parameters())
                    .thenComparing(
                        place -> candidates.get(place).model(), Comparator.reverseOrder()))
            .toList();
  }

  /**
   * The pairs, as places in {@code candidates}. Whatever is chosen, all are compared with the model
   * of the best score, if any has one: a ranking needs that.
   *
   * @param choice null for what suits the number of models
   * @param baseline the name of a model, or null for none
   */
  static List<ComparedPlace.Pair> of(
      List<Candidate> candidates, @Nullable CompareChoice choice, @Nullable String baseline) {
    ComparedPairs pairs = new ComparedPairs(candidates);
    CompareChoice chosen = fitting(candidates.size(), choice);
    if (chosen == CompareChoice.NONE) {
      return List.of();
    }
    if (chosen == CompareChoice.ALL) {
      pairs.all();
    } else {
      pairs.against(baseline);
      pairs.best();
      if (chosen == CompareChoice.NEIGHBOURS) {
        pairs.neighbours();
      }
    }
    return List.copyOf(pairs.pairs);
  }

  private static CompareChoice fitting(int models, @Nullable CompareChoice choice) {
    int most = choice == null ? MOST_BY_ITSELF : MOST_AT_ALL;
    if (choice == null || choice == CompareChoice.ALL) {
      return models <= most ? CompareChoice.ALL : CompareChoice.NEIGHBOURS;
    }
    return choice;
  }

  private void all() {
    bySize.forEach(this::against);
  }

  private void against(@Nullable String model) {
    bySize.stream()
        .filter(place -> candidates.get(place).model().equals(model))
        .findFirst()
        .ifPresent(this::against);
  }

  private void best() {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      Double score = candidate.score();
      Double highest = best == null ? null : best.score();
      if (score != null && (highest == null || score > highest)) {
        best = candidate;
      }
    }
    against(best == null ? null : best.model());
  }

  /** All pairs of the model at this place of {@code candidates}. */
  private void against(Integer model) {
    int size = bySize.indexOf(model);
    for (int other = 0; other < bySize.size(); other++) {
      add(Math.max(size, other), Math.min(size, other));
    }
  }

  private void neighbours() {
    for (int size = 1; size < bySize.size(); size++) {
      add(size, size - 1);
    }
  }

  private void add(int larger, int smaller) {
    if (larger != smaller) {
      pairs.add(new ComparedPlace.Pair(bySize.get(larger), bySize.get(smaller)));
    }
  }
}
