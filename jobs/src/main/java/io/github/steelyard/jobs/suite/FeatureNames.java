package io.github.steelyard.jobs.suite;

import io.github.steelyard.datasets.batch.Preprocessing.Features;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Kind;
import io.github.steelyard.jobs.suite.document.NearMatch;
import io.github.steelyard.jobs.suite.key.PreprocessingKeys;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds features of a model's input in the suite's data sets: by number, or by the names that data
 * sets give in their option {@code features}.
 */
final class FeatureNames {
  private static final String OPTION = "features";
  private static final Pattern NUMBERS = Pattern.compile("[0-9]+(-[0-9]+)?");

  /** A data set's features, none where it does not name them. */
  private record Columns(String dataset, List<String> names) {}

  private final List<Columns> known;

  private FeatureNames(List<Columns> known) {
    this.known = List.copyOf(known);
  }

  static FeatureNames of(List<SuiteDataset> datasets) {
    return new FeatureNames(
        datasets.stream()
            .flatMap(
                dataset ->
                    dataset.spec().splits().stream()
                        .map(split -> split.options().texts(OPTION))
                        .map(names -> new Columns(dataset.spec().name(), names)))
            .distinct()
            .toList());
  }

  /** Those that a block asks for; empty where it asks for none, or where a problem was found. */
  Optional<Features> read(BlockReader block) {
    if (!block.has(PreprocessingKeys.FEATURES)) {
      return Optional.empty();
    }
    List<Integer> indices = new ArrayList<>();
    int of = 0;
    boolean complete = true;
    for (String text : block.many(PreprocessingKeys.FEATURES)) {
      Optional<Features> found = found(text, block);
      found.ifPresent(features -> indices.addAll(features.indices()));
      of = Math.max(of, found.map(Features::of).orElse(0));
      complete &= found.isPresent();
    }
    if (!complete || indices.isEmpty()) {
      return Optional.empty();
    }
    if (new HashSet<>(indices).size() != indices.size()) {
      String all = String.join(", ", block.many(PreprocessingKeys.FEATURES));
      block.problem(PreprocessingKeys.FEATURES, "each feature once", all);
      return Optional.empty();
    }
    return Optional.of(new Features(indices, of));
  }

  private Optional<Features> found(String text, BlockReader block) {
    if (NUMBERS.matcher(text).matches()) {
      Optional<Features> counted = Kind.FEATURES.parse(text);
      if (counted.isEmpty()) {
        block.problem(PreprocessingKeys.FEATURES, Kind.FEATURES.expecting(), text);
      }
      return counted;
    }
    Set<Integer> places = new HashSet<>();
    for (Columns columns : known) {
      int place = columns.names.indexOf(text);
      if (place < 0) {
        block.problem(
            PreprocessingKeys.FEATURES, expecting(columns), NearMatch.found(text, columns.names));
        return Optional.empty();
      }
      places.add(place);
    }
    long sizes = known.stream().map(columns -> columns.names.size()).distinct().count();
    if (places.size() > 1 || sizes > 1) {
      block.problem(
          PreprocessingKeys.FEATURES,
          "a feature that stands in the same place in each data set, among as many",
          text);
      return Optional.empty();
    }
    return places.stream().findFirst().map(place -> new Features(List.of(place), columns()));
  }

  /** Of the data sets that name their features. */
  private int columns() {
    return known.stream().mapToInt(columns -> columns.names.size()).max().orElse(0);
  }

  private static String expecting(Columns columns) {
    return columns.names.isEmpty()
        ? Kind.FEATURES.expecting()
            + ", since the data set '"
            + columns.dataset
            + "' does not name its features"
        : "one of the features "
            + String.join(", ", columns.names)
            + " of the data set '"
            + columns.dataset
            + "'";
  }
}
