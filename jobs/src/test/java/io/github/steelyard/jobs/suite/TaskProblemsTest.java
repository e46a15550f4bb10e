package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.steelyard.engine.data.LabelMap;
import io.github.steelyard.engine.metric.BinarySettings;
import io.github.steelyard.engine.problem.DataException;
import io.github.steelyard.engine.task.OutputKind;
import io.github.steelyard.jobs.suite.settings.BinaryChoice;
import io.github.steelyard.jobs.suite.settings.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a suite or a family may say depends on its task. */
class TaskProblemsTest {
  private static final String TABLE =
      "datasets: [{name: d, format: columns, path: a, features: x, splits: {test: }}]\n";
  private static final String MODEL = "models: [{name: m, path: m.onnx}]\n";

  @TempDir Path folder;

  private List<String> problems(String text) {
    return new SampleFiles(folder).suiteProblems(text);
  }

  @Test
  void aRegressionHasNumbersForLabelsAndForOutputs() {
    Suite suite = new SampleFiles(folder).suite("name: s\ntask: regression\n" + TABLE + MODEL);
    assertThat(suite.task()).isEqualTo("regression");
    assertThat(suite.datasets().get(0).spec().task()).isEqualTo("regression");
    assertThat(suite.datasets().get(0).spec().labels()).isEmpty();
    assertThat(suite.models().get(0).outputs()).isEqualTo(OutputKind.VALUES);
    assertThat(suite.models().get(0).outputIndices(LabelMap.NONE)).isEmpty();
  }

  @Test
  void severalLabelsHaveNamesAndAProbabilityEach() {
    Suite suite =
        new SampleFiles(folder)
            .suite(
                "name: s\ntask: multilabel\n"
                    + TABLE.replace("features", "labels: [a, b], features")
                    + MODEL.replace("}", ", outputs: logits, output_classes: [b, a]}"));
    assertThat(suite.datasets().get(0).spec().task()).isEqualTo("multilabel");
    assertThat(suite.models().get(0).outputs()).isEqualTo(OutputKind.LOGITS);
    assertThat(suite.models().get(0).outputIndices(new LabelMap(List.of("a", "b"))))
        .containsExactly(1, 0);
  }

  @Test
  void nothingIsForeignToModelsWithoutClasses() {
    assertThat(
            problems(
                """
                name: s
                task: regression
                datasets:
                  - {name: d, format: columns, path: a, features: x, splits: {test: }}
                  - {name: e, format: columns, path: a, features: x, splits: {all: }, foreign_to: d/test}
                """
                    + MODEL))
        .containsExactly(
            "sample.yaml:5:83: datasets[1].foreign_to: Expecting this key only where each example is"
                + " of one class, which it is not for regression. Found: d/test");
  }

  @Test
  void whatSpeaksOfClassesIsNothingForARegression() {
    assertThat(
            problems(
                """
                name: s
                task: regression
                datasets:
                  - name: d
                    format: columns
                    path: a
                    features: x
                    labels: [a, b]
                    label_values: index
                    splits: {test: }
                  - {name: e, format: columns, path: a, features: x, classes: 2, splits: {test: }}
                models:
                  - {name: m, path: m.onnx, outputs: logits}
                  - {name: n, path: m.onnx, output_classes: [a, b]}
                """))
        .containsExactly(
            "sample.yaml:8:13: datasets[0].labels: Expecting this key only where the task has"
                + " classes, which regression has not. Found: a list",
            "sample.yaml:9:19: datasets[0].label_values: Expecting this key only where the task has"
                + " classes, which regression has not. Found: index",
            "sample.yaml:11:63: datasets[1].classes: Expecting this key only where the task has"
                + " classes, which regression has not. Found: 2",
            "sample.yaml:13:38: models[0].outputs: Expecting one of values. Found: logits",
            "sample.yaml:14:45: models[1].output_classes: Expecting this key only where the task"
                + " has classes, which regression has not. Found: a list");
  }

  @Test
  void outputsOfAClassifierAreNoValues() {
    assertThat(
            problems(
                "name: s\ntask: multilabel\n"
                    + TABLE.replace("features", "labels: [a, b], features")
                    + MODEL.replace("}", ", outputs: values}")))
        .containsExactly(
            "sample.yaml:4:43: models[0].outputs: Expecting one of probabilities, logits."
                + " Found: values");
  }

  @Test
  void aFormatOfOneClassEachIsNothingForOtherLabels() {
    for (String task : List.of("regression", "multilabel")) {
      assertThat(
              problems(
                  "name: s\ntask: "
                      + task
                      + "\ndatasets: [{name: d, format: drawn, count: 10, splits: {test: }}]\n"
                      + MODEL))
          .containsExactly(
              "sample.yaml:3:30: datasets[0].format: Expecting a format for the task "
                  + task
                  + ", one of columns. Found: drawn, whose examples are of one class each");
    }
  }

  @Test
  void foldersAndIdxFilesAndDrawnDigitsAreOfOneClassEach() {
    assertThat(
            Extensions.installed().formats().entrySet().stream()
                .filter(format -> format.getValue().oneClassEach())
                .map(Map.Entry::getKey))
        .containsExactly("idx", "images", "synthetic");
  }

  @Test
  void aFamilysTaskIsCheckedLikeASuites() {
    String family =
        """
        name: f
        task: regresion
        dataset: {name: d, format: columns, path: a, features: x, splits: {train: }}
        axes: {architecture: mlp}
        """;
    assertThat(new SampleFiles(folder).familyProblems(family))
        .containsExactly(
            "sample.yaml:2:7: task: Expecting one of the tasks classification, multilabel,"
                + " regression. Found: regresion (did you mean 'regression'?)");
    assertThat(
            new SampleFiles(folder)
                .family(family.replace("regresion", "regression"))
                .dataset()
                .task())
        .isEqualTo("regression");
  }

  @Test
  void aYesOrNoQuestionHasAPositiveClassAThresholdAndLevels() {
    String table =
        "name: s\n" + TABLE.replace("features", "labels: [benign, malignant, unsure], features");
    Suite suite =
        new SampleFiles(folder)
            .suite(
                table
                    + MODEL
                    + "evaluate: {binary: {positive: benign, threshold: 0, beta: 1/2, at_recall: 1}}\n");
    assertThat(suite.evaluate().binary()).isEqualTo(new BinaryChoice("benign", 0, 0.5, 1, 0.9));
    assertThat(new SampleFiles(folder).suite(table + MODEL).evaluate().binary()).isNull();

    assertThat(
            problems(
                table
                    + MODEL
                    + """
                    evaluate:
                      binary:
                        positive: malignent
                        threshold: 1.5
                        beta: 0
                        at_recall: 0
                        at_precision: 95
                        at: 3
                    """))
        .containsExactly(
            "sample.yaml:6:15: evaluate.binary.positive: Expecting a class of every data set; d has"
                + " benign, malignant, unsure. Found: malignent (did you mean 'malignant'?)",
            "sample.yaml:7:16: evaluate.binary.threshold: Expecting a number from 0 to 1."
                + " Found: 1.5",
            "sample.yaml:8:11: evaluate.binary.beta: Expecting a number above 0. Found: 0",
            "sample.yaml:9:16: evaluate.binary.at_recall: Expecting a number above 0, up to 1."
                + " Found: 0",
            "sample.yaml:10:19: evaluate.binary.at_precision: Expecting a number above 0, up to 1."
                + " Found: 95",
            "sample.yaml:11:5: evaluate.binary: Expecting one of the keys at_precision, at_recall,"
                + " beta, positive, threshold. Found: at");
  }

  @Test
  void ofMoreThanTwoClassesThePositiveOneIsNamedAndOfNumbersThereIsNone() {
    assertThat(
            problems(
                "name: s\n"
                    + TABLE.replace("features", "classes: 3, features")
                    + MODEL
                    + "evaluate: {binary: {threshold: 0.3}}\n"))
        .containsExactly(
            "sample.yaml:4:20: evaluate.binary.positive: Expecting the positive class, as data set d"
                + " has 3 classes. Found: nothing");
    assertThat(
            problems(
                "name: s\ntask: regression\n"
                    + TABLE
                    + MODEL
                    + "evaluate: {binary: {threshold: 0.3}}\n"))
        .containsExactly(
            "sample.yaml:5:20: evaluate.binary: Expecting this key only where each example is of one"
                + " class, which it is not for regression. Found: a mapping");
  }

  @Test
  void classesThatStandInTheDataAreCheckedWithThem() {
    BinaryChoice choice = new BinaryChoice("c", 0.5, 2, 0.9, 0.9);
    LabelMap two = new LabelMap(List.of("a", "b"));
    assertThatThrownBy(() -> BinaryChoice.of(choice, two, "d/test"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "d/test: has no class 'c', expected the one that binary.positive names among a, b");
    BinaryChoice unnamed = new BinaryChoice(null, 0.25, 2, 0.9, 0.8);
    assertThatThrownBy(() -> BinaryChoice.of(unnamed, LabelMap.numbered(3), "d/test"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "d/test: has 3 classes, expected two, or a key 'positive' beside the other keys of"
                + " binary");
    assertThat(BinaryChoice.of(unnamed, two, "d/test"))
        .contains(new BinarySettings(1, 0.25, 2, 0.9, 0.8));
    assertThat(BinaryChoice.of(null, two, "d/test")).contains(BinarySettings.of(1));
    assertThat(BinaryChoice.of(null, LabelMap.numbered(3), "d/test")).isEmpty();
  }
}
