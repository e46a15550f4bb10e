package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.batch.Layout;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.NamedRecipe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyFileTest {
  private static final String DATASET =
      "dataset: {name: d, format: drawn, classes: 10, count: 10, splits: {train: }}\n";

  @TempDir Path folder;

  private Family family(String text) {
    return new SampleFiles(folder).family(text);
  }

  private List<String> problems(String text) {
    return new SampleFiles(folder).familyProblems(text);
  }

  private static List<String> names(Family family) {
    return family.recipes().stream().map(NamedRecipe::name).toList();
  }

  @Test
  void everyCombinationOfTheAxesIsARecipeNamedAfterWhatVaries() {
    Family family =
        family(
            "name: widths\n"
                + DATASET
                + "axes: {architecture: mlp, width: [64, 128], depth: [1, 2], seeds: [1, 2]}\n");

    assertThat(names(family))
        .containsExactly(
            "mlp-w64-d1-s1",
            "mlp-w64-d1-s2",
            "mlp-w64-d2-s1",
            "mlp-w64-d2-s2",
            "mlp-w128-d1-s1",
            "mlp-w128-d1-s2",
            "mlp-w128-d2-s1",
            "mlp-w128-d2-s2");
    assertThat(family.recipes().get(7).recipe())
        .isEqualTo(new TrainingRecipe("mlp", 128, 2, 0, 5, 2, 0.001, 64, false, false, 0));
    assertThat(family.engine()).isEqualTo("dl4j");
    assertThat(family.trainSplit()).isEqualTo("train");
  }

  @Test
  void threeSeedsAreTheDefault() {
    Family family = family("name: one\n" + DATASET + "axes: {architecture: mlp}\n");

    assertThat(names(family)).containsExactly("mlp-s1", "mlp-s2", "mlp-s3");
  }

  @Test
  void everyAxisVariesAndShowsInTheName() {
    Family family =
        family(
            "name: all\n"
                + DATASET
                + """
                preprocessing: {scale: 1/255, layout: NCHW}
                axes:
                  architecture: [mlp, plain-cnn]
                  width: [8, 16]
                  depth: [1, 2]
                  examples: [0, 500]
                  epochs: [1, 2]
                  seeds: [1, 2]
                  learning_rate: [0.01, 1e-4]
                  batch_size: [16, 32]
                  residual: [false, true]
                  batch_normalization: [false, true]
                  dropout: [0, 0.5]
                """);

    assertThat(names(family))
        .hasSize(2048)
        .doesNotHaveDuplicates()
        .startsWith("mlp-w8-d1-all-e1-lr0.01-b16-s1")
        .endsWith("plain-cnn-w16-d2-n500-e2-lr1.0E-4-b32-residual-norm-drop0.5-s2");
    assertThat(family.preprocessing().layout()).isEqualTo(Layout.NCHW);
  }

  @Test
  void modelsTakeTheSharedAxesAndGoBeforeThem() {
    Family family =
        family(
            "name: mixed\n"
                + DATASET
                + """
                axes: {epochs: 3, seeds: 7, width: 4}
                models:
                  - {architecture: mlp, width: [16, 32]}
                  - {architecture: vgg-like, depth: 6, epochs: 1}
                """);

    assertThat(family.recipes())
        .extracting(NamedRecipe::recipe)
        .containsExactly(
            new TrainingRecipe("mlp", 16, 2, 0, 3, 7, 0.001, 64, false, false, 0),
            new TrainingRecipe("mlp", 32, 2, 0, 3, 7, 0.001, 64, false, false, 0),
            new TrainingRecipe("vgg-like", 4, 6, 0, 1, 7, 0.001, 64, false, false, 0));
    assertThat(names(family))
        .containsExactly("mlp-w16-d2-e3", "mlp-w32-d2-e3", "vgg-like-w4-d6-e1");
    assertThat(family.recipes().get(2).place()).endsWith("sample.yaml:6:5");
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    assertThat(
            problems(
                """
                name: bad
                engine: tf
                dataset: {name: d, format: drawn, count: x, splits: {test: }}
                axes:
                  architecture: [mlp, vgg]
                  width: 0
                  dropout: [0.5, 1]
                  learning_rate: NaN
                  seeds: [1, 1]
                  heigth: 3
                """))
        .containsExactly(
            "sample.yaml:2:9: engine: Expecting one of the engines that train, dl4j. Found: tf",
            "sample.yaml:3:10: dataset.train_split: Expecting the split to train on."
                + " Found: nothing",
            "sample.yaml:3:42: dataset.count: Expecting a whole number. Found: x",
            "sample.yaml:6:10: axes.width: Expecting a whole number from 1 to 65536. Found: 0",
            "sample.yaml:7:18: axes.dropout[1]: Expecting a number from 0 to below 1. Found: 1",
            "sample.yaml:8:18: axes.learning_rate: Expecting a number above 0, at most 100."
                + " Found: NaN",
            "sample.yaml:9:10: axes.seeds: Expecting each value once. Found: [1, 1]",
            "sample.yaml:10:3: axes: Expecting one of the keys architecture, batch_normalization,"
                + " batch_size, depth, dropout, epochs, examples, learning_rate, residual, seeds,"
                + " width. Found: heigth");
  }

  @Test
  void anArchitectureMustBeThereAndKnown() {
    assertThat(problems("name: none\n" + DATASET))
        .containsExactly(
            "sample.yaml:1:1: axes.architecture: Expecting an architecture, one of the"
                + " architectures mlp, plain-cnn, vgg-like. Found: nothing");
    assertThat(problems("name: x\n" + DATASET + "models: [{architecture: [mlp, vgglike]}]\n"))
        .containsExactly(
            "sample.yaml:3:25: models[0].architecture: Expecting one of the architectures mlp,"
                + " plain-cnn, vgg-like. Found: vgglike (did you mean 'vgg-like'?)");
  }

  @Test
  void oneModelTwiceIsRefused() {
    assertThat(
            problems(
                "name: twice\n"
                    + DATASET
                    + """
                    axes: {seeds: 1}
                    models:
                      - {architecture: mlp, width: [8, 16]}
                      - {architecture: mlp, width: 16}
                    """))
        .containsExactly(
            "sample.yaml:6:5: models[1]: Expecting models that models[0] does not have already."
                + " Found: mlp-w16");
  }

  @Test
  void tooManyModelsAreAMistake() {
    String hundred =
        java.util.stream.IntStream.rangeClosed(1, 101)
            .mapToObj(Integer::toString)
            .collect(java.util.stream.Collectors.joining(", ", "[", "]"));

    assertThat(
            problems(
                "name: many\n"
                    + DATASET
                    + ("axes: {architecture: mlp, width: " + hundred + ", depth: " + hundred)
                    + ", seeds: 1}\n"))
        .containsExactly(
            "sample.yaml:3:22: axes.architecture: Expecting at most 10000 combinations."
                + " Found: 10201");
  }
}
