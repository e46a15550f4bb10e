package io.github.steelyard.reports.alarm;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.data.Shape;
import io.github.steelyard.engine.data.TensorType;
import io.github.steelyard.engine.statistics.Interval;
import io.github.steelyard.engine.statistics.Wilson;
import io.github.steelyard.reports.run.quality.ConfusionRow;
import io.github.steelyard.reports.run.quality.MetricRow;
import io.github.steelyard.reports.run.unit.DatasetRow;
import io.github.steelyard.reports.run.unit.ModelRow;
import io.github.steelyard.reports.run.unit.RunUnit;
import io.github.steelyard.reports.run.unit.UnitSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results of a classifier, made from its confusion counts. */
final class EvidenceSamples {
  private final List<String> labels;
  private final List<ConfusionRow> confusion = new ArrayList<>();
  private final List<MetricRow> metrics = new ArrayList<>();
  private final List<Long> classCounts;
  private String outputs = "probabilities";
  private String preprocessing = "scale 1.0";
  private List<String> declared = List.of();

  private EvidenceSamples(List<String> labels, long[][] counts) {
    this.labels = labels;
    this.classCounts = Arrays.stream(counts).map(row -> Arrays.stream(row).sum()).toList();
    long right = 0;
    for (int label = 0; label < counts.length; label++) {
      right += counts[label][label];
      for (int prediction = 0; prediction < counts.length; prediction++) {
        long examples = counts[label][prediction];
        if (examples > 0) {
          confusion.add(
              new ConfusionRow(
                  "m",
                  "pets",
                  "test",
                  null,
                  null,
                  null,
                  label,
                  labels.get(label),
                  prediction,
                  labels.get(prediction),
                  examples,
                  examples));
        }
      }
    }
    with("accuracy", (double) right / total(), Wilson.interval(right, total(), 0.95));
  }

  private long total() {
    return classCounts.stream().mapToLong(Long::longValue).sum();
  }

  /** Counts by class, then by answer; the accuracy follows from them. */
  static EvidenceSamples of(List<String> labels, long[][] counts) {
    return new EvidenceSamples(labels, counts);
  }

  EvidenceSamples with(String metric, double value, @Nullable Interval interval) {
    metrics.add(
        new MetricRow(
            "m",
            "pets",
            "test",
            null,
            null,
            null,
            metric,
            null,
            value,
            null,
            interval,
            interval == null ? "too few" : null,
            total(),
            "higher",
            ""));
    return this;
  }

  /** As a suite says of what the model yields. */
  EvidenceSamples outputs(String kind) {
    outputs = kind;
    return this;
  }

  /** As a unit's row has it. */
  EvidenceSamples preprocessing(String text) {
    preprocessing = text;
    return this;
  }

  /** The classes of the outputs, as a suite or a card says. */
  EvidenceSamples declared(List<String> classes) {
    declared = classes;
    return this;
  }

  Evidence evidence() {
    RunUnit unit =
        new RunUnit(
            "m",
            "pets",
            "test",
            null,
            "classification",
            "key",
            "print",
            total(),
            0,
            UnitSamples.ENGINE,
            64,
            preprocessing,
            outputs,
            1,
            0,
            0.5);
    ModelRow sample = UnitSamples.model("m", -1);
    ModelRow model =
        new ModelRow(
            "m",
            null,
            null,
            sample.file(),
            sample.sha256(),
            sample.fileBytes(),
            sample.format(),
            sample.engine(),
            sample.inputs(),
            sample.outputs(),
            new LabelMap(declared),
            sample.preprocessing(),
            List.of());
    DatasetRow dataset =
        new DatasetRow(
            "pets",
            "test",
            "csv",
            "print",
            total(),
            TensorType.FLOAT32,
            Shape.of(4),
            new LabelMap(labels),
            classCounts,
            List.of(),
            1);
    return new Evidence(unit, model, dataset, metrics, confusion);
  }
}
