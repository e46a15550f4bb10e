package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.datasets.batch.Preprocessing;
import io.github.steelyard.datasets.format.DatasetSpec;
import io.github.steelyard.datasets.format.LabelValues;
import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.inference.device.Precision;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.jobs.suite.settings.CalibrationChoice;
import io.github.steelyard.jobs.suite.settings.ContaminationChoice;
import io.github.steelyard.jobs.suite.settings.DeviceChoice;
import io.github.steelyard.jobs.suite.settings.EvaluateSettings;
import io.github.steelyard.jobs.suite.settings.FamilyEntry;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import io.github.steelyard.jobs.suite.settings.PlacementChoice;
import io.github.steelyard.jobs.suite.settings.ShiftSettings;
import io.github.steelyard.jobs.suite.settings.SliceSettings;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A whole suite, and one that says as little as may be. */
class SuiteFileTest extends SuiteParts {
  private static final String WHOLE =
      """
      name: digits
      variables:
        data: {doc: the folder of the files}
        size: {doc: examples of the drawn ones, default: "100"}
      datasets:
        - name: scanned
          format: pixels
          classes: 3
          splits:
            train: {images: "${data}/a.gz", labels: "${data}/b.gz"}
            test: {images: "${data}/c.gz", labels: "${data}/d.gz"}
        - name: drawn
          format: drawn
          labels: [zero, one, two]
          noise: 1/4
          train_split: practice
          splits:
            practice: {count: "${size}"}
            exam: {count: 50, noise: 0.5}
      defaults:
        engine: dl4j
        precision: bfloat16
        preprocessing: {scale: 1/255, layout: NHWC}
        options: {import_timeout: 60s, threads: 1}
      models:
        - name: small
          path: ${data}/small.h5
        - name: large
          path: ${data}/large.zip
          engine: onnxruntime
          device: auto
          precision: float32
          outputs: logits
          preprocessing: {mean: 0.1, std: [1, 2, 4], layout: NCHW, size: 32x48, input: pixels}
          options: {threads: 2, input_shape: [3, 32, 48]}
        - {family: models, include: "mlp-*", device: gpu}
      evaluate: {batch_size: 64, confidence: 0.9, all_scores: true}
      """;

  private static final ShiftSettings NO_SHIFTS = new ShiftSettings(List.of(), Set.of(), List.of());

  private static final SliceSettings NO_SLICES = new SliceSettings(List.of(), 50);

  @Test
  void aWholeSuiteIsReadWithItsDefaultsAndVariables() {
    Suite suite = new SampleFiles(folder).suite(WHOLE, Map.of("data", "/d"));

    assertThat(suite.name()).isEqualTo("digits");
    assertThat(suite.task()).isEqualTo("classification");
    assertThat(suite.evaluate())
        .isEqualTo(
            new EvaluateSettings(
                64,
                0.9,
                true,
                1e-5,
                CalibrationChoice.NONE,
                NO_SHIFTS,
                null,
                List.of(),
                null,
                NO_SLICES,
                ContaminationChoice.NONE,
                null));
    assertThat(suite.families())
        .containsExactly(
            new FamilyEntry(
                "models", "mlp-*", new PlacementChoice(DeviceChoice.GPU, Precision.BFLOAT16)));
    assertThat(suite.datasets())
        .containsExactly(
            new SuiteDataset(
                new DatasetSpec(
                    "scanned",
                    "pixels",
                    LabelMap.numbered(3),
                    LabelValues.INDEX,
                    List.of(
                        split("train", Map.of("images", "/d/a.gz", "labels", "/d/b.gz")),
                        split("test", Map.of("images", "/d/c.gz", "labels", "/d/d.gz")))),
                "train"),
            new SuiteDataset(
                new DatasetSpec(
                    "drawn",
                    "drawn",
                    new LabelMap(List.of("zero", "one", "two")),
                    LabelValues.INDEX,
                    List.of(
                        split("practice", Map.of("count", "100", "noise", "0.25")),
                        split("exam", Map.of("count", "50", "noise", "0.5")))),
                "practice"));
    assertThat(suite.models())
        .containsExactly(
            new ModelEntry(
                "small",
                "/d/small.h5",
                "dl4j",
                new PlacementChoice(DeviceChoice.CPU, Precision.BFLOAT16),
                new Preprocessing(1.0 / 255, List.of(), List.of(), Layout.NHWC, null, null),
                OutputKind.PROBABILITIES,
                List.of(),
                null,
                Map.of("import_timeout", "60s", "threads", "1")),
            new ModelEntry(
                "large",
                "/d/large.zip",
                "onnxruntime",
                new PlacementChoice(DeviceChoice.AUTO, Precision.FLOAT32),
                new Preprocessing(
                    1.0 / 255,
                    List.of(0.1),
                    List.of(1.0, 2.0, 4.0),
                    Layout.NCHW,
                    new Preprocessing.Size(32, 48),
                    "pixels"),
                OutputKind.LOGITS,
                List.of(),
                null,
                Map.of("import_timeout", "60s", "threads", "2", "input_shape", "[3, 32, 48]")));
  }

  @Test
  void whatIsNotGivenHasItsDeclaredDefault() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                """
                name: least
                datasets: [{name: d, format: drawn, count: 10, splits: {test: }}]
                models: [{name: m, path: m.zip}]
                """);

    assertThat(suite.evaluate())
        .isEqualTo(
            new EvaluateSettings(
                null,
                0.95,
                false,
                1e-5,
                CalibrationChoice.NONE,
                NO_SHIFTS,
                null,
                List.of(),
                null,
                NO_SLICES,
                ContaminationChoice.NONE,
                null));
    assertThat(suite.datasets().get(0).trainSplit()).isEmpty();
    assertThat(suite.datasets().get(0).spec().labels()).isEmpty();
    assertThat(suite.datasets().get(0).spec().splits())
        .containsExactly(split("test", Map.of("count", "10")));
    assertThat(suite.models().get(0).preprocessing()).isEqualTo(Preprocessing.none());
    assertThat(suite.models().get(0).engine()).isEmpty();
    assertThat(suite.models().get(0).placement()).isEqualTo(PlacementChoice.REFERENCE);
  }
}
