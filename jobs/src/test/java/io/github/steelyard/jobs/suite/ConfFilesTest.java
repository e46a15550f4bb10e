package io.github.steelyard.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.steelyard.datasets.format.SplitSpec;
import io.github.steelyard.engine.training.TrainingRecipe;
import io.github.steelyard.jobs.suite.document.BlockReader;
import io.github.steelyard.jobs.suite.document.Problems;
import io.github.steelyard.jobs.suite.document.Variables;
import io.github.steelyard.jobs.suite.document.YamlDocument;
import io.github.steelyard.jobs.suite.settings.Family;
import io.github.steelyard.jobs.suite.settings.ModelEntry;
import io.github.steelyard.jobs.suite.settings.NamedRecipe;
import io.github.steelyard.jobs.suite.settings.Suite;
import io.github.steelyard.jobs.suite.settings.SuiteDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shipped in {@code conf/} is read with what is installed. */
class ConfFilesTest {
  static Stream<Path> suites() throws IOException {
    return files("suites");
  }

  static Stream<Path> families() throws IOException {
    return files("families");
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ReferenceFilesTest.conf().resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  /** A value for each variable that a file declares. */
  private static Map<String, String> variables(Path file) {
    Problems problems = new Problems(file.toString());
    BlockReader root =
        BlockReader.file(YamlDocument.read(file, problems), problems, Variables.none(problems));
    return root.free(Variables.KEY).names().stream()
        .collect(Collectors.toMap(name -> name, name -> "7"));
  }

  private static Suite suite(Path file) {
    return SuiteFile.read(file, variables(file));
  }

  private static Family family(Path file) {
    return FamilyFile.read(file, variables(file));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void everySuiteIsWithoutMistakes(Path file) {
    assertThat(suite(file).name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyFamilyIsWithoutMistakes(Path file) {
    assertThat(family(file).name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
  }

  @Test
  void theDemoTrainsSixArchitecturesWithTwoSeedsEach() {
    List<NamedRecipe> recipes =
        family(ReferenceFilesTest.conf().resolve("families/demo.yaml")).recipes();

    assertThat(recipes).hasSize(12);
    assertThat(
            recipes.stream().map(NamedRecipe::recipe).map(TrainingRecipe::architecture).distinct())
        .containsExactly("mlp", "plain-cnn", "vgg-like");
    assertThat(recipes.stream().map(NamedRecipe::name).map(name -> name.replaceAll("-s\\d$", "")))
        .hasSize(12)
        .contains("mlp-w32-d1-e4-lr0.002", "vgg-like-w8-d8-e4-lr0.001");
    assertThat(
            recipes.stream()
                .map(NamedRecipe::name)
                .map(name -> name.replaceAll("-s\\d$", ""))
                .distinct())
        .hasSize(6);
  }

  @Test
  void theDemosGapIsMeasuredOnTheVeryExamplesItWasTrainedOn() {
    Family family = family(ReferenceFilesTest.conf().resolve("families/demo.yaml"));
    SuiteDataset evaluated =
        suite(ReferenceFilesTest.conf().resolve("suites/demo.yaml")).datasets().get(0);

    assertThat(evaluated.spec().splits())
        .extracting(SplitSpec::name)
        .containsExactly("train", "test", "shifted");
    assertThat(evaluated.trainSplit()).contains("train");
    assertThat(evaluated.spec().splits().get(0)).isEqualTo(family.dataset().splits().get(0));
  }

  @Test
  void theLenetsAreFourModels() {
    Suite suite = suite(ReferenceFilesTest.conf().resolve("suites/mnist-lenet.yaml"));

    assertThat(suite.models())
        .extracting(ModelEntry::name)
        .containsExactly("lenet-1", "lenet-4", "lenet-5", "dl4j-mnist-lenet");
  }

  @Test
  void everyOptionOfEveryFormatIsShown() throws IOException {
    String formats = Files.readString(ReferenceFilesTest.conf().resolve("suites/formats.yaml"));

    Extensions.installed()
        .formats()
        .forEach(
            (name, keys) -> {
              assertThat(formats).contains("format: " + name + "\n");
              keys.options()
                  .forEach(
                      option ->
                          assertThat(formats)
                              .as("option of %s", name)
                              .containsPattern("(?m)^[ #{-]*" + option.key() + ":"));
            });
  }
}
