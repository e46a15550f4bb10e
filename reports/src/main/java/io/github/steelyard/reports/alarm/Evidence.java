package io.github.steelyard.reports.alarm;

import io.github.steelyard.reports.run.RunResult;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.InputNumbers;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.run.unit.SeenInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run knows of one model on one split, inputs as they are.
 *
 * @param metrics over all examples of the split
 * @param confusion over all examples of the split
 * @param inputs what the model was given, or null where nobody looked
 * @param trained what it is given of the split that it was trained on, or null where none is known
 */
public record Evidence(
    RunUnit unit,
    ModelRow model,
    DatasetRow dataset,
    List<MetricRow> metrics,
    List<ConfusionRow> confusion,
    @Nullable SeenInputs inputs,
    @Nullable InputNumbers trained) {
  public Evidence {
    metrics = List.copyOf(metrics);
    confusion = List.copyOf(confusion);
  }

  /** Of a model of whose inputs nothing is known. */
  public Evidence(
      RunUnit unit,
      ModelRow model,
      DatasetRow dataset,
      List<MetricRow> metrics,
      List<ConfusionRow> confusion) {
    this(unit, model, dataset, metrics, confusion, null, null);
  }

  /** What rows are told apart by. */
  private record Place(String model, String dataset, String split) {}

  static List<Evidence> of(RunResult result) {
    Map<Place, List<MetricRow>> metrics =
        result.metrics().stream()
            .filter(MetricRow::whole)
            .collect(by(row -> new Place(row.model(), row.dataset(), row.split())));
    Map<Place, List<ConfusionRow>> confusion =
        result.confusion().stream()
            .filter(row -> row.shift() == null && row.sliceColumn() == null)
            .collect(by(row -> new Place(row.model(), row.dataset(), row.split())));
    List<Evidence> all = new ArrayList<>();
    for (RunUnit unit : result.units()) {
      Optional<ModelRow> model =
          result.models().stream().filter(row -> row.name().equals(unit.model())).findFirst();
      Optional<DatasetRow> dataset =
          result.datasets().stream()
              .filter(row -> row.name().equals(unit.dataset()) && row.split().equals(unit.split()))
              .findFirst();
      if (unit.shift() == null && model.isPresent() && dataset.isPresent()) {
        Place place = new Place(unit.model(), unit.dataset(), unit.split());
        all.add(
            new Evidence(
                unit,
                model.get(),
                dataset.get(),
                metrics.getOrDefault(place, List.of()),
                confusion.getOrDefault(place, List.of()),
                GivenInputs.of(result, unit),
                GivenInputs.ofTraining(result, unit)));
      }
    }
    return all;
  }

  private static <T> java.util.stream.Collector<T, ?, Map<Place, List<T>>> by(
      Function<T, Place> place) {
    return Collectors.groupingBy(place);
  }

  /** A metric's value, where it is defined and has no aspects. */
  Optional<MetricRow> defined(String metric) {
    return metrics.stream()
        .filter(row -> row.metric().equals(metric) && row.aspect() == null)
        .filter(row -> row.value() != null)
        .findFirst();
  }

  /** The same, as a number. */
  Optional<Double> value(String metric) {
    return defined(metric).map(row -> Objects.requireNonNull(row.value()));
  }

  /** Examples in the confusion matrix: those that were scored. */
  long scored() {
    return confusion.stream().mapToLong(ConfusionRow::examples).sum();
  }

  /** How many examples fall to each key; keys in no order. */
  <K> Map<K, Long> counted(Function<ConfusionRow, K> key) {
    return confusion.stream()
        .collect(Collectors.groupingBy(key, Collectors.summingLong(ConfusionRow::examples)));
  }
}
